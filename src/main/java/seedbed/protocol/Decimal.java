package seedbed.protocol;

/** Numbers in announces: untrusted text, of which only plain digits count. */
final class Decimal {

    /** Not a number, or a negative one. */
    static final long MALFORMED = -1;

    private Decimal() {}

    /** The number, {@link Long#MAX_VALUE} where it is larger, {@link #MALFORMED} unless all is ASCII digits. */
    static long parse(byte[] text, int start, int end) {
        if (start == end) {
            return MALFORMED;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return value;
    }
}
