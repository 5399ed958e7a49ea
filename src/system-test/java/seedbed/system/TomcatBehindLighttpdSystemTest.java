package seedbed.system;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the WAR in Debian's Tomcat 10, at the root behind lighttpd")
final class TomcatBehindLighttpdSystemTest extends MirrorConformance {

    private Deployment mirror;

    @BeforeAll
    void deploy() throws Exception {
        mirror = ContainerBehindLighttpd.start(bench, new Tomcat());
    }

    @Override
    Deployment deployed() {
        return mirror;
    }
}
