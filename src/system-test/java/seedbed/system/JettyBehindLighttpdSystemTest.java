package seedbed.system;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the WAR in a Jetty 12 distribution, at the root behind lighttpd")
final class JettyBehindLighttpdSystemTest extends MirrorConformance {

    private Deployment mirror;

    @BeforeAll
    void deploy() throws Exception {
        mirror = ContainerBehindLighttpd.start(bench, new JettyHome());
    }

    @Override
    Deployment deployed() {
        return mirror;
    }
}
