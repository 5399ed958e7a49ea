package seedbed.system;

import org.junit.jupiter.api.DisplayName;

@DisplayName("the WAR in a Jetty 12 distribution, below a context path")
final class JettySystemTest extends ContainerConformance {

    @Override
    Container container() {
        return new JettyHome();
    }
}
