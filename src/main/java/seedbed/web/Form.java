package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a form in the body of a request; none if the body is anything else. Read here because the container's
 * parameters mix those of the query in, and have limits of the container's own.
 *
 * @param body as it came: some programs call any body a form
 */
record Form(List<Field> fields, String body) {

    static final Form NONE = new Form(List.of(), "");

    /** Longer than any form of ours can be. */
    private static final int LONGEST = 16 * 1024;

    /** A name and its value, decoded. */
    record Field(String name, String value) {}

    /** A body that is no form of ours. The message is for the client. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;
        private final int status;

        RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    Form {
        fields = List.copyOf(fields);
    }

    static Form read(HttpServletRequest request) throws IOException, RefusedException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return NONE;
        }
        byte[] body = request.getContentLengthLong() > LONGEST
                ? new byte[LONGEST + 1]
                : request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new RefusedException(413, "a form of at most " + LONGEST + " bytes is expected");
        }
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    static Form parse(String body) throws RefusedException {
        List<Field> fields = new ArrayList<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return new Form(fields, body);
    }

    private static String decoded(String text) throws RefusedException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(400, "a form with proper percent-encoding is expected");
        }
    }

    /** The first value of a field. */
    Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** The first value of a field without white space around it; empty text if there is none. */
    String text(String name) {
        return value(name).orElse("").strip();
    }

    /** All values of a field. */
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }
}
