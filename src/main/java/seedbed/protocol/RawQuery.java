package seedbed.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.Refusal.Kind;

/**
 * The query of a request, percent-decoded as bytes. Servlet containers decode parameters as UTF-8 text, which destroys
 * an {@code info_hash}; this reads what the client sent. A {@code +} is a plus.
 */
final class RawQuery {

    /** Bytes of a query before decoding. */
    static final int MAX_LENGTH = 8192;

    private final List<Parameter> parameters;

    private RawQuery(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /**
     * Takes a query apart.
     *
     * @param query what follows the question mark, a byte a character; null and empty queries have no parameters
     * @throws RefusedException if it is too long, or a percent sign is not followed by two hexadecimal digits
     */
    static RawQuery parse(@Nullable String query) throws RefusedException {
        List<Parameter> parameters = new ArrayList<>();
        if (query == null) {
            return new RawQuery(parameters);
        }
        if (query.length() > MAX_LENGTH) {
            throw new RefusedException(Kind.QUERY_TOO_LONG);
        }
        int start = 0;
        while (start <= query.length()) {
            int separator = query.indexOf('&', start);
            int end = separator < 0 ? query.length() : separator;
            parameters.add(Parameter.parse(query.substring(start, end)));
            start = end + 1;
        }
        return new RawQuery(parameters);
    }

    /** All parameters of that name, in order. */
    List<Parameter> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .toList();
    }

    /**
     * The only parameter of that name.
     *
     * @throws RefusedException of that kind if there is none, or more than one
     */
    Parameter only(String name, Kind otherwise) throws RefusedException {
        List<Parameter> found = all(name);
        if (found.size() != 1) {
            throw new RefusedException(otherwise);
        }
        return found.get(0);
    }

    /** The bytes of the first parameter of that name; empty if there is none. */
    byte[] bytes(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        return new byte[0];
    }

    /** The first parameter of that name, a character a byte; empty if there is none. */
    String text(String name) {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    /** The first parameter of that name as a {@link Decimal}, or another number if it is none. */
    long number(String name, long otherwise) {
        long number = Decimal.parse(text(name));
        return number == Decimal.MALFORMED ? otherwise : number;
    }
}
