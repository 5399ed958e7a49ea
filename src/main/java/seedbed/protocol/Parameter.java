package seedbed.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import seedbed.protocol.Refusal.Kind;

/** One parameter of a query, decoded as bytes. */
final class Parameter {

    private final String name;
    private final String rawValue;
    private final byte[] value;

    private Parameter(String name, String rawValue, byte[] value) {
        this.name = name;
        this.rawValue = rawValue;
        this.value = value;
    }

    /** The parameter in {@code name=value}; without an equals sign the value is empty. */
    static Parameter parse(String text) throws RefusedException {
        int equals = text.indexOf('=');
        String rawName = equals < 0 ? text : text.substring(0, equals);
        String rawValue = equals < 0 ? "" : text.substring(equals + 1);
        String name = new String(decode(rawName), StandardCharsets.ISO_8859_1);
        return new Parameter(name, rawValue, decode(rawValue));
    }

    String name() {
        return name;
    }

    byte[] value() {
        return value;
    }

    /** The value as form encoding reads it, with spaces for plus signs; empty where there is no plus sign. */
    Optional<byte[]> valueWithSpaces() throws RefusedException {
        return rawValue.indexOf('+') < 0 ? Optional.empty() : Optional.of(decode(rawValue.replace('+', ' ')));
    }

    private static byte[] decode(String text) throws RefusedException {
        byte[] bytes = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[size++] = escaped(text, i + 1);
                i += 2;
            } else if (c <= 0xff) {
                bytes[size++] = (byte) c;
            } else {
                throw new RefusedException(Kind.QUERY_MALFORMED);
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    private static byte escaped(String text, int start) throws RefusedException {
        if (start + 2 > text.length()) {
            throw new RefusedException(Kind.QUERY_MALFORMED);
        }
        return (byte) (16 * hexDigit(text.charAt(start)) + hexDigit(text.charAt(start + 1)));
    }

    private static int hexDigit(char c) throws RefusedException {
        // Character.digit also knows digits of other scripts.
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw new RefusedException(Kind.QUERY_MALFORMED);
        }
        return digit;
    }
}
