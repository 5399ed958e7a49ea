package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From announces to {@code /savings.json}. */
final class SavingsIT {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String ANNOUNCE =
            "/announce?info_hash=%01%23%45%67%89%ab%cd%ef%01%23%45%67%89%ab%cd%ef%01%23%45%67"
                    + "&port=6881&key=k&peer_id=-XX0001-";

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;

    @BeforeAll
    static void start() throws Exception {
        mirror = RunningMirror.in(folder);
        mirror.admin("PUT", "/admin/whitelist/" + HASH);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @Test
    void whatStudentsFetchedIsProvidedAlsoAfterARestart() throws Exception {
        announce("&event=started&downloaded=0&uploaded=0&left=1000");
        announce("&downloaded=400&uploaded=100&left=600");
        mirror.restart();
        announce("&event=completed&downloaded=1000&uploaded=100&left=0");

        JsonNode savings = savings("?days=2");

        assertThat(savings.get("provided_bytes").asLong()).isBetween(400L, 1000L);
        assertThat(savings.get("days")).hasSize(2);
        assertThat(savings.get("days").get(1).fieldNames())
                .toIterable()
                .containsExactly("date", "provided_bytes", "imported_lower_bytes", "imported_upper_bytes");
        assertThat(savings.get("imported_bytes").get("lower").asLong())
                .isLessThan(savings.get("imported_bytes").get("upper").asLong());
        assertThat(savings.fieldNames())
                .toIterable()
                .containsExactly("from", "to", "provided_bytes", "imported_bytes", "saved_bytes", "days");
    }

    @Test
    void oneTorrentIsToldByItsHash() throws IOException {
        announce("&event=started&downloaded=0&uploaded=0&left=1000", "otherstudent");
        announce("&downloaded=100&uploaded=0&left=900", "otherstudent");

        assertThat(savings("?torrent=" + HASH).get("provided_bytes").asLong()).isPositive();
        assertThat(savings("?torrent=" + "77".repeat(20)).get("provided_bytes").asLong())
                .isZero();
        RawHttp.Answer answer = mirror.http().send("GET", "/savings.json?torrent=<x>");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("an info-hash of 40 hexadecimal digits is expected")
                .doesNotContain("<x>");
    }

    @Test
    void theDaysAreATableForSpreadsheetsToo() {
        RawHttp.Answer answer = mirror.http().send("GET", "/savings.csv?days=3");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.text())
                .startsWith("date,provided_bytes,imported_lower_bytes,imported_upper_bytes\r\n")
                .matches("(?s)date[a-z_,]*\r\n(\\d{4}-\\d\\d-\\d\\d,\\d+,\\d+,\\d+\r\n){3}");
        assertThat(mirror.http().send("GET", "/savings.csv?days=0").status()).isEqualTo(400);
    }

    @Test
    void whatWasCountedIsAMetric() {
        announce("&event=started&downloaded=0&uploaded=0&left=1000", "thirdstudent");
        announce("&downloaded=300&uploaded=200&left=700", "thirdstudent");

        assertThat(mirror.http().send("GET", "/metrics").text())
                .containsPattern("seedbed_downloaded_bytes_total\\{side=\"campus\"} [1-9]")
                .containsPattern("seedbed_uploaded_bytes_total\\{side=\"campus\"} [1-9]")
                .contains("seedbed_downloaded_bytes_total{side=\"seed_box\"} 0");
    }

    @Test
    void thirtyDaysAreToldWhereNoNumberIsAskedFor() throws IOException {
        assertThat(savings("").get("days")).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3654", "99999", "x", "", "1e3"})
    void aNumberOfDaysThatIsNoneIsRefused(String days) {
        RawHttp.Answer answer = mirror.http().send("GET", "/savings.json?days=" + days);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("a number from 1 to 3653 is expected");
    }

    private static void announce(String rest) {
        announce(rest, "abcdefghijkl");
    }

    private static void announce(String rest, String student) {
        mirror.http().send("GET", ANNOUNCE + student + rest, "X-Forwarded-For: 10.1.2.3");
    }

    private static JsonNode savings(String query) throws IOException {
        return new ObjectMapper()
                .readTree(mirror.http().send("GET", "/savings.json" + query).body());
    }
}
