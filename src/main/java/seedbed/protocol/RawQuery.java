package seedbed.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.Refusal.Kind;

/**
 * The query of a request, percent-decoded as bytes, one parameter after the other. Servlet containers decode parameters
 * as UTF-8 text, which destroys an {@code info_hash}; this reads what the client sent. A {@code +} is a plus.
 *
 * <pre>
 *   while (query.next())
 *       if (query.isNamed("port")) … query.number(0) …
 * </pre>
 */
final class RawQuery {

    /** Bytes of a query before decoding. */
    static final int MAX_LENGTH = 8192;

    private static final byte[] HEX_DIGITS = new byte[128];

    static {
        // Character.digit also knows digits of other scripts.
        for (char c = 0; c < HEX_DIGITS.length; c++) {
            HEX_DIGITS[c] = (byte) Character.digit(c, 16);
        }
    }

    private final String query;
    private int position;

    // The parameter that was read last: its bytes, the name's and then the value's.
    private final byte[] bytes;
    private int nameEnd;
    private int valueEnd;
    private int rawValueStart;
    private int rawValueEnd;

    /**
     * A query whose parameters are still to be read.
     *
     * @param query what follows the question mark, a byte a character; null and empty queries have no parameters
     * @throws RefusedException if it is too long
     */
    RawQuery(@Nullable String query) throws RefusedException {
        this.query = query == null ? "" : query;
        if (this.query.length() > MAX_LENGTH) {
            throw new RefusedException(Kind.QUERY_TOO_LONG);
        }
        this.bytes = new byte[this.query.length()];
    }

    /**
     * Reads the next parameter; without an equals sign its value is empty.
     *
     * @return whether there was one
     * @throws RefusedException if a percent sign is not followed by two hexadecimal digits
     */
    boolean next() throws RefusedException {
        if (position >= query.length()) {
            return false;
        }
        nameEnd = decode(0, '=');
        boolean hasValue = position < query.length() && query.charAt(position) == '=';
        position += hasValue ? 1 : 0;
        rawValueStart = position;
        valueEnd = hasValue ? decode(nameEnd, '&') : nameEnd;
        rawValueEnd = position;
        position++;
        return true;
    }

    /** Decodes up to the end of the parameter or some other character. */
    private int decode(int from, char end) throws RefusedException {
        int size = from;
        for (; position < query.length(); position++) {
            char c = query.charAt(position);
            if (c == '&' || c == end) {
                break;
            }
            if (c == '%') {
                bytes[size++] = escaped(position + 1);
                position += 2;
            } else if (c <= 0xff) {
                bytes[size++] = (byte) c;
            } else {
                throw new RefusedException(Kind.QUERY_MALFORMED);
            }
        }
        return size;
    }

    private byte escaped(int start) throws RefusedException {
        if (start + 2 > query.length()) {
            throw new RefusedException(Kind.QUERY_MALFORMED);
        }
        return (byte) (16 * hexDigit(query.charAt(start)) + hexDigit(query.charAt(start + 1)));
    }

    private static int hexDigit(char c) throws RefusedException {
        int digit = c < HEX_DIGITS.length ? HEX_DIGITS[c] : -1;
        if (digit < 0) {
            throw new RefusedException(Kind.QUERY_MALFORMED);
        }
        return digit;
    }

    /** Whether the parameter has this name, which is ASCII. */
    boolean isNamed(String name) {
        if (name.length() != nameEnd) {
            return false;
        }
        int at = 0;
        while (at < nameEnd && bytes[at] == name.charAt(at)) {
            at++;
        }
        return at == nameEnd;
    }

    /** The value, a fresh copy. */
    byte[] value() {
        return Arrays.copyOfRange(bytes, nameEnd, valueEnd);
    }

    /** The value as form encoding reads it, with spaces for plus signs; empty where there is no plus sign. */
    Optional<byte[]> valueWithSpaces() throws RefusedException {
        String raw = query.substring(rawValueStart, rawValueEnd);
        if (raw.indexOf('+') < 0) {
            return Optional.empty();
        }
        RawQuery spaced = new RawQuery("=" + raw.replace('+', ' '));
        spaced.next();
        return Optional.of(spaced.value());
    }

    /** The value, a character a byte. */
    String text() {
        return new String(bytes, nameEnd, valueEnd - nameEnd, StandardCharsets.ISO_8859_1);
    }

    /** The value as a {@link Decimal}, or another number if it is none. */
    long number(long otherwise) {
        long number = Decimal.parse(bytes, nameEnd, valueEnd);
        return number == Decimal.MALFORMED ? otherwise : number;
    }
}
