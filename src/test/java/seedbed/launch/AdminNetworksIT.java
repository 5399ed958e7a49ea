package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.store.TestDatabase;

/** An admin that can be used from two networks only. */
final class AdminNetworksIT {

    private static final String BEARER = "Authorization: Bearer " + RunningMirror.TOKEN;

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;

    @BeforeAll
    static void start() throws Exception {
        mirror = new RunningMirror(
                folder, TestDatabase.empty(), Map.of("admin.networks", "198.51.100.0/24, 2001:db8::/32"));
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "::ffff:198.51.100.7", "2001:db8::1", "203.0.113.1, 198.51.100.7"})
    void fromTheNetworksTheTokenOpens(String address) {
        assertThat(mirror.http()
                        .send("GET", "/admin/runs", BEARER, "X-Forwarded-For: " + address)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "198.51.100.7, 203.0.113.1", "2001:db9::1", "nonsense", ""})
    void fromElsewhereNothingDoes(String address) {
        for (String path : new String[] {"/admin/", "/admin/runs", "/admin/login"}) {
            assertThat(mirror.http()
                            .send("GET", path, BEARER, "X-Forwarded-For: " + address)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(mirror.http()
                        .send("POST", "/admin/login", "X-Forwarded-For: " + address)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whereTheFrontServerDoesNotTellNobodyGetsIn() {
        assertThat(mirror.http().send("GET", "/admin/runs", BEARER).status()).isEqualTo(403);
    }

    @Test
    void theTrackerIsForEverybodyAllTheSame() {
        assertThat(mirror.http()
                        .send("GET", "/scrape?info_hash=" + "%aa".repeat(20), "X-Forwarded-For: 203.0.113.1")
                        .status())
                .isEqualTo(200);
    }
}
