package seedbed.system;

import org.junit.jupiter.api.DisplayName;

@DisplayName("the WAR in Debian's Tomcat 10, below a context path")
final class TomcatSystemTest extends ContainerConformance {

    @Override
    Container container() {
        return new Tomcat();
    }
}
