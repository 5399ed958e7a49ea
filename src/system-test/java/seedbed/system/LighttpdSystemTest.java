package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a mirror behind lighttpd, over its Unix socket")
final class LighttpdSystemTest extends FrontConformance {

    @Override
    FrontServer.Kind kind() {
        return Lighttpd::behindHaproxy;
    }

    @Test
    @DisplayName("lighttpd starts without a warning")
    void startsWithoutWarning() throws Exception {
        assertThat(mirror().frontServer().log().lines().findFirst().orElseThrow())
                .contains("server started");
    }

    @Test
    @DisplayName("the include fits behind Debian's own lighttpd.conf")
    void fitsDebiansConfiguration() throws Exception {
        Path directory = Account.WWW_DATA.own(bench.directory("debian"));
        int port = Workbench.freePort();
        String debians = Lighttpd.debiansConfiguration(directory);
        Backend backend = Backend.socket(mirror().socket());
        try (Lighttpd lighttpd = Lighttpd.start(directory, port, debians, mirror().publishDir(), backend)) {
            byte[] hash = bytesFrom(77);
            mirror().list(HexFormat.of().formatHex(hash));

            assertThat(TrackerAnswer.of(Http.to(port).get(announce(hash, bytesFrom(5), 7400)))
                            .failure())
                    .isEmpty();
            assertThat(Http.to(port).get("/lectures/film.torrent").header("Content-Type"))
                    .contains("application/x-bittorrent");
            assertThat(Http.to(port).get("/nothing").text())
                    .isEqualTo(mirror().front().get("/nothing").text());
            assertThat(lighttpd.log().lines()).singleElement().asString().contains("server started");
        }
    }
}
