package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a router's counters to {@code /savings.json}. */
final class LinkBytesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;

    @BeforeAll
    static void start() throws Exception {
        mirror = RunningMirror.in(folder);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @Test
    void whatARouterCountsStandsBesideTheEstimate() throws Exception {
        Instant now = Instant.now();
        post(reading("router", now.minusSeconds(2), 5_000, 100));
        HttpResponse<String> taken = post(reading("router", now.minusSeconds(1), 7_000, 400));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(json(taken.body()).get("in_bytes").asLong()).isEqualTo(2_000);

        JsonNode savings = savings("?days=2");

        JsonNode router = savings.get("link_bytes").get(0);
        assertThat(router.get("source").asText()).isEqualTo("router");
        assertThat(router.get("in_bytes").asLong()).isEqualTo(2_000);
        assertThat(router.get("out_bytes").asLong()).isEqualTo(300);
        assertThat(router.get("days")).hasSize(1);
        assertThat(savings.fieldNames())
                .toIterable()
                .contains("from", "to", "provided_bytes", "imported_bytes", "saved_bytes", "days");
        assertThat(mirror.http().send("GET", "/savings.csv?days=2").text())
                .contains(",link.router.in_bytes,link.router.out_bytes\r\n")
                .contains(",2000,300\r\n");
        assertThat(savings("?torrent=" + "77".repeat(20)).has("link_bytes")).isFalse();
    }

    @Test
    void aReadingWithoutATimeIsOfNow() throws Exception {
        assertThat(post("{\"source\":\"box1\",\"in_bytes\":1,\"out_bytes\":2}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReadingThatComesTwiceIsAConflict() throws Exception {
        String reading = reading("twice", Instant.now(), 1, 1);

        assertThat(post(reading).statusCode()).isEqualTo(200);
        assertThat(post(reading).statusCode()).isEqualTo(409);
    }

    @Test
    void aReadingOfTheFutureIsRefused() throws Exception {
        HttpResponse<String> answer = post(reading("future", Instant.now().plus(Duration.ofHours(1)), 1, 1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at: a time that has come is expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | a JSON object is expected",
                "[] | a JSON object is expected",
                "{} {} | a JSON object is expected",
                "{} | in_bytes: a whole number of bytes is expected",
                "{\"source\":\"a\",\"in_bytes\":1} | out_bytes: a whole number of bytes is expected",
                "{\"source\":\"a\",\"in_bytes\":1.5,\"out_bytes\":1} | in_bytes: a whole number of bytes is expected",
                "{\"source\":\"a\",\"in_bytes\":99999999999999999999,\"out_bytes\":1} | in_bytes: a whole number",
                "{\"source\":\"a\",\"in_bytes\":-1,\"out_bytes\":1} | counters of 0 or more are expected",
                "{\"source\":\"<b>\",\"in_bytes\":1,\"out_bytes\":1} | source: 1 to 64 letters",
                "{\"source\":\"a\",\"at\":\"today\",\"in_bytes\":1,\"out_bytes\":1} | at: a time such as",
                "{\"source\":\"a\",\"bytes\":1} | source, at, in_bytes and out_bytes are expected, nothing else",
            })
    void whatIsNoReadingIsToldWhatIsExpected(String body, String message) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).get("error").asText()).contains(message);
    }

    @Test
    void aBodyThatNeverEndsIsNotRead() throws Exception {
        HttpResponse<String> answer = post("{\"source\":\"" + "x".repeat(100_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at most 4096 bytes");
    }

    @Test
    void aReadingThatIsCalledAFormAsCurlDoesIsTaken() throws Exception {
        RawHttp.Answer answer = new AdminClient(mirror)
                .send(
                        "POST",
                        "/admin/link-bytes",
                        "{\"source\":\"curl\",\"in_bytes\":1,\"out_bytes\":2}",
                        "Authorization: Bearer " + RunningMirror.TOKEN);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String reading(String source, Instant at, long in, long out) {
        return String.format("{\"source\":\"%s\",\"at\":\"%s\",\"in_bytes\":%d,\"out_bytes\":%d}", source, at, in, out);
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + mirror.port() + "/admin/link-bytes");
        return CLIENT.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + RunningMirror.TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode savings(String query) throws IOException {
        return json(mirror.http().send("GET", "/savings.json" + query).text());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
