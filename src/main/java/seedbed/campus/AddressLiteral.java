package seedbed.campus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses as text. Our own reader, because the library's falls back to asking a name server for whatever it does not
 * recognise, and reads {@code 1.2} and octal numbers as addresses.
 */
final class AddressLiteral {

    private static final int V6_GROUPS = 8;
    private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    private AddressLiteral() {}

    /** The 4 or 16 bytes of a literal; IPv4 inside IPv6 stays 16 bytes here. */
    static Optional<byte[]> bytes(String literal) {
        if (literal.length() > LONGEST) {
            return Optional.empty();
        }
        return literal.indexOf(':') < 0 ? v4(literal) : v6(literal);
    }

    /** Read in one pass and without a copy: one comes with every request through a front server. */
    private static Optional<byte[]> v4(String literal) {
        byte[] bytes = new byte[4];
        int start = 0;
        for (int i = 0; i < 4; i++) {
            boolean isLast = i == 3;
            int dot = literal.indexOf('.', start);
            int end = isLast ? literal.length() : dot;
            int octet = (dot < 0) == isLast ? octet(literal, start, end) : -1;
            if (octet < 0) {
                return Optional.empty();
            }
            bytes[i] = (byte) octet;
            start = end + 1;
        }
        return Optional.of(bytes);
    }

    /** 0 to 255, or -1: leading zeros are ambiguous, since some read them as octal. */
    private static int octet(String literal, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && literal.charAt(start) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = literal.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value > 255 ? -1 : value;
    }

    private static Optional<byte[]> v6(String literal) {
        int gap = literal.indexOf("::");
        if (gap < 0) {
            return groups(literal, true).filter(bytes -> bytes.length == 2 * V6_GROUPS);
        }
        Optional<byte[]> before = groups(literal.substring(0, gap), false);
        Optional<byte[]> after = groups(literal.substring(gap + 2), true);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        int zeros = 2 * V6_GROUPS - before.get().length - after.get().length;
        // "::" stands for at least one group (RFC 4291, section 2.2).
        if (zeros < 2) {
            return Optional.empty();
        }
        return Optional.of(ByteBuffer.allocate(2 * V6_GROUPS)
                .put(before.get())
                .put(new byte[zeros])
                .put(after.get())
                .array());
    }

    /** Groups of hexadecimal digits between colons, at the end possibly dotted decimal; empty text has no groups. */
    private static Optional<byte[]> groups(String text, boolean atEnd) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        if (parts.length > V6_GROUPS) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * V6_GROUPS + 2);
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = atEnd && i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            Optional<byte[]> group = dotted ? v4(parts[i]) : group(parts[i]);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            bytes.put(group.get());
        }
        return Optional.of(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static Optional<byte[]> group(String digits) {
        if (digits.isEmpty() || digits.length() > 4) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            // Character.digit also knows Arabic and full-width digits.
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            value = value * 16 + digit;
        }
        return Optional.of(new byte[] {(byte) (value >> 8), (byte) value});
    }

    static String text(byte[] address) {
        ByteBuffer bytes = ByteBuffer.wrap(address);
        if (address.length == 4) {
            return (bytes.get() & 255) + "." + (bytes.get() & 255) + '.' + (bytes.get() & 255) + '.'
                    + (bytes.get() & 255);
        }
        int[] groups = new int[V6_GROUPS];
        Arrays.setAll(groups, i -> bytes.getShort() & 0xffff);
        return text(groups);
    }

    /** RFC 5952: the longest run of two or more zero groups becomes "::", the first one of equals. */
    private static String text(int[] groups) {
        int start = -1;
        int longest = 1;
        for (int i = 0; i < V6_GROUPS; i++) {
            int run = zerosFrom(groups, i);
            if (run > longest) {
                start = i;
                longest = run;
            }
        }
        if (start < 0) {
            return hex(groups, 0, V6_GROUPS);
        }
        return hex(groups, 0, start) + "::" + hex(groups, start + longest, V6_GROUPS);
    }

    private static int zerosFrom(int[] groups, int start) {
        int end = start;
        while (end < V6_GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String hex(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
