package seedbed.site;

import java.util.List;

/** A number of bytes as visitors read it: rounded, in the binary units of IEC 80000-13, and exact. */
final class ByteSize {

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final long[] POWERS_OF_TEN = {1, 10, 100};

    private ByteSize() {}

    /** Three digits at most where the unit allows: {@code 640 bytes}, {@code 1.44 MiB}, {@code 32 KiB}. */
    static String rounded(long bytes) {
        if (bytes < 1024) {
            return exact(bytes);
        }
        int unit = 0;
        long size = 1024;
        // A number that would be rounded to 1024 is written as 1 of the next unit.
        while (bytes >= 1023 * size + size / 2 && unit < UNITS.size() - 1) {
            size *= 1024;
            unit++;
        }
        return quotient(bytes, size) + ' ' + UNITS.get(unit);
    }

    /** {@code bytes} in units of {@code size}, fewer than 1024: three digits, or four of a whole number; half up. */
    private static String quotient(long bytes, long size) {
        long whole = bytes / size;
        int decimals = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
        long parts = POWERS_OF_TEN[decimals];
        // Without the last bits of the largest unit, of which a hundred would be no long, and which change no digit.
        int bits = Math.max(0, Long.numberOfTrailingZeros(size) - 50);
        long rest = (bytes % size) >> bits;
        long value = whole * parts + (rest * parts + (size >> (bits + 1))) / (size >> bits);
        while (decimals > 0 && value % 10 == 0) {
            value /= 10;
            decimals--;
        }
        StringBuilder digits = new StringBuilder().append(value);
        return decimals == 0
                ? digits.toString()
                : digits.insert(digits.length() - decimals, '.').toString();
    }

    static String exact(long bytes) {
        if (bytes == 1) {
            return "1 byte";
        }
        // String.format does the same, but takes as long for it as a whole page takes otherwise.
        StringBuilder digits = new StringBuilder().append(bytes);
        for (int comma = digits.length() - 3; comma > 0; comma -= 3) {
            digits.insert(comma, ',');
        }
        return digits.append(" bytes").toString();
    }
}
