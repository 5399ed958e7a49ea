package seedbed.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import seedbed.admin.Scope;
import seedbed.savings.LinkGrowth;
import seedbed.savings.LinkReading;
import seedbed.savings.LinkStore;
import seedbed.savings.TrafficUnavailable;

/**
 * {@code POST /admin/link-bytes} with {@code {"source","at","in_bytes","out_bytes"}}: what the counters of a router or of
 * a seed box's confinement show, as they are. A reading that is lost is made up for by the next, and one that comes twice
 * counts once.
 */
public final class LinkBytesServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;

    /** The clock of whoever reads a counter may be a little ahead, but not so far that no later reading is taken. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final transient LinkStore links;
    private final transient Clock clock;

    public LinkBytesServlet(LinkStore links, Clock clock) {
        super(Map.of("POST", Set.of(Scope.MEASURE)));
        this.links = links;
        this.clock = clock;
    }

    /** By how much the counters grew since the last reading. */
    private record Taken(
            String source,
            String at,
            @JsonProperty("in_bytes") long in,
            @JsonProperty("out_bytes") long out) {}

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LinkReading reading;
        try {
            reading = LinkReadingBody.read(body(request), clock.instant());
            requirePast(reading);
        } catch (IllegalArgumentException malformed) {
            Answers.error(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, requireNonNull(malformed.getMessage()));
            return;
        }
        try {
            answer(request, response, reading, links.take(reading));
        } catch (TrafficUnavailable away) {
            Answers.databaseAway(request, response);
        }
    }

    /** What curl sends is a form to it, and the gate has read it, unless it is told otherwise. */
    private static InputStream body(HttpServletRequest request) throws IOException {
        String read = Visit.of(request).form().body();
        return read.isEmpty()
                ? request.getInputStream()
                : new ByteArrayInputStream(read.getBytes(StandardCharsets.UTF_8));
    }

    private void requirePast(LinkReading reading) {
        if (reading.at().isAfter(clock.instant().plus(AHEAD))) {
            throw new IllegalArgumentException("at: a time that has come is expected");
        }
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, LinkReading reading, Optional<LinkGrowth> growth)
            throws IOException {
        if (growth.isEmpty()) {
            Answers.error(
                    request,
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    "at: a time after the last reading of this source is expected");
            return;
        }
        LinkGrowth taken = growth.get();
        Answers.json(
                response,
                HttpServletResponse.SC_OK,
                new Taken(reading.source(), reading.at().toString(), taken.in(), taken.out()));
    }
}
