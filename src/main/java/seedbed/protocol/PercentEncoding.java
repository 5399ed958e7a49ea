package seedbed.protocol;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Text within an address: all but the unreserved characters of RFC 3986 as {@code %} and the digits of their bytes in UTF-8,
 * so that no text means anything else. A {@code +} for a space is not understood everywhere.
 */
public final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Of a part of an address. */
    public static String of(String text) {
        return encoded(text, false);
    }

    /** Of a path, whose slashes stay. */
    public static String ofPath(String path) {
        return encoded(path, true);
    }

    private static String encoded(String text, boolean slashes) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b) || (slashes && b == '/')) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
