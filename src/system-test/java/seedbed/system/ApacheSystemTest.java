package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a mirror behind Apache, over its Unix socket")
final class ApacheSystemTest extends FrontConformance {

    @Override
    FrontServer.Kind kind() {
        return Apache::start;
    }

    @Test
    @DisplayName("Apache has nothing to warn of in the configuration")
    void startsWithoutWarning() throws Exception {
        // AH01882: a library of Debian's is older than the one that mod_ssl was built with.
        assertThat(mirror().frontServer().log().lines())
                .noneMatch(line -> line.contains(":warn]") && !line.contains("AH01882"));
    }
}
