package seedbed.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import seedbed.protocol.InfoHash;
import seedbed.protocol.SwarmCounts;
import seedbed.swarm.Swarms;
import seedbed.swarm.Whitelist;

/**
 * {@code GET /swarms.json}: {@code {"INFOHASH":{"seeds","leechers","completed"}}} of every listed torrent, and
 * {@code "seed_boxes"} where official seed boxes have all of it.
 */
public final class SwarmsServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient Whitelist whitelist;
    private final transient Swarms swarms;

    public SwarmsServlet(Whitelist whitelist, Swarms swarms) {
        super("GET");
        this.whitelist = whitelist;
        this.swarms = swarms;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!whitelist.isLoaded()) {
            Answers.error(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the tracker is starting");
            return;
        }
        response.setContentType(Answers.JSON);
        response.setHeader("Cache-Control", "no-cache");
        List<InfoHash> hashes = whitelist.hashes().stream().sorted().toList();
        try (JsonGenerator json = Json.FACTORY.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            for (InfoHash hash : hashes) {
                write(json, hash);
            }
            json.writeEndObject();
        }
    }

    private void write(JsonGenerator json, InfoHash hash) throws IOException {
        SwarmCounts counts = swarms.counts(hash);
        int seedBoxes = swarms.seedBoxes(hash);
        json.writeObjectFieldStart(hash.hex());
        json.writeNumberField("seeds", counts.seeds());
        json.writeNumberField("leechers", counts.leechers());
        json.writeNumberField("completed", counts.completed());
        if (seedBoxes > 0) {
            json.writeNumberField("seed_boxes", seedBoxes);
        }
        json.writeEndObject();
    }

    /** Loaded with the first answer, not with the start. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }
}
