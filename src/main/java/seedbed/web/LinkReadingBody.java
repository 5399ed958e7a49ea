package seedbed.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Set;
import seedbed.savings.LinkReading;

/** A reading of the link's counters as JSON. Every complaint is a fixed text: nothing of the body comes back in it. */
final class LinkReadingBody {

    private static final int MOST_BYTES = 4096;
    private static final Set<String> NAMES = Set.of("source", "at", "in_bytes", "out_bytes");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LinkReadingBody() {}

    /**
     * The reading in a body.
     *
     * @param now the time of a reading that names none
     * @throws IllegalArgumentException saying what is expected
     */
    static LinkReading read(InputStream body, Instant now) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a body of at most " + MOST_BYTES + " bytes is expected");
        }
        JsonNode fields = parse(bytes);
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            if (!NAMES.contains(names.next())) {
                throw new IllegalArgumentException("source, at, in_bytes and out_bytes are expected, nothing else");
            }
        }
        return new LinkReading(
                fields.path("source").asText(),
                fields.has("at") ? instant(fields.path("at").asText()) : now,
                counter(fields, "in_bytes"),
                counter(fields, "out_bytes"));
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            JsonNode fields = MAPPER.readTree(bytes);
            if (fields.isObject()) {
                return fields;
            }
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("a JSON object is expected", malformed);
        }
        throw new IllegalArgumentException("a JSON object is expected");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("at: a time such as 2026-11-24T10:15:00Z is expected", malformed);
        }
    }

    private static long counter(JsonNode fields, String name) {
        JsonNode field = fields.path(name);
        if (!field.isIntegralNumber() || !field.canConvertToLong()) {
            throw new IllegalArgumentException(name + ": a whole number of bytes is expected");
        }
        return field.longValue();
    }
}
