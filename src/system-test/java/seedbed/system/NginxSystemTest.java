package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a mirror behind nginx, over its Unix socket")
final class NginxSystemTest extends FrontConformance {

    @Override
    FrontServer.Kind kind() {
        return Nginx::start;
    }

    @Test
    @DisplayName("nginx has nothing to warn of in the configuration")
    void startsWithoutWarning() throws Exception {
        assertThat(mirror().frontServer().log()).doesNotContain("[warn]", "[emerg]");
    }
}
