package seedbed.system;

/** A mirror in a container at the root, behind lighttpd. */
record ContainerBehindLighttpd(Lighttpd lighttpd) implements Deployment {

    static ContainerBehindLighttpd start(Workbench bench, Container container) throws Exception {
        ContainerMirror mirror = ContainerMirror.start(bench, container, "");
        return new ContainerBehindLighttpd(bench.add(Lighttpd.behindHaproxy(
                bench.directory("front"), Workbench.freePort(), mirror.publishDir(), Backend.tcp(mirror.port()))));
    }

    @Override
    public Http http() {
        return Http.to(lighttpd.port());
    }

    @Override
    public Http onBehalfOf(String address) {
        return lighttpd.onBehalfOf(address);
    }

    @Override
    public String context() {
        return "";
    }
}
