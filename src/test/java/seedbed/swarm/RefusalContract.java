package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How the tracker says no: in a way that clients read, obey and do not take for ever. */
abstract class RefusalContract {

    static final List<String> BAD_REQUESTS = List.of(
            "/announce",
            "/announce?",
            "/announce?info_hash=short",
            "/announce?info_hash=0123456789abcdefghij",
            "/announce?info_hash=0123456789abcdefghij&peer_id=short&port=1",
            "/announce?info_hash=0123456789abcdefghij&peer_id=0123456789abcdefghij&port=0",
            "/announce?info_hash=unlisted%20unlisted%20un&peer_id=0123456789abcdefghij&port=6881",
            "/scrape",
            "/scrape?",
            "/scrape?info_hash=short",
            "/scrape?nothing=else");

    abstract TrackerUnderTest tracker();

    @ParameterizedTest
    @FieldSource("BAD_REQUESTS")
    void aRefusalSaysWhyAndWhenToComeBackAndNothingElse(String request) {
        Reply reply = Reply.read(tracker().get(request, "203.0.113.1"));

        assertThat(reply.keys()).containsExactly("failure reason", "interval", "min interval");
        assertThat(reply.failureReason()).isNotBlank();
        assertThat(reply.number("interval")).isEqualTo(1800);
        assertThat(reply.number("min interval")).isEqualTo(900);
    }

    @ParameterizedTest
    @FieldSource("BAD_REQUESTS")
    void noRefusalMakesAClientGiveUpForEver(String request) {
        String reply = new String(tracker().get(request, "203.0.113.1"), StandardCharsets.ISO_8859_1);

        assertThat(Stream.of("unregistered torrent", "torrent not registered", "torrent cannot be found"))
                .noneMatch(phrase -> reply.toLowerCase(Locale.ROOT).contains(phrase));
    }

    @ParameterizedTest
    @FieldSource("BAD_REQUESTS")
    void nothingOfTheRequestComesBack(String request) {
        String marker = "xyzzy";
        String marked = request + (request.contains("?") ? "&" : "?") + marker + "=" + marker;
        byte[] reply = tracker().get(marked, "203.0.113.1");

        assertThat(new String(reply, StandardCharsets.ISO_8859_1)).doesNotContain(marker, "Exception", "seedbed");
    }
}
