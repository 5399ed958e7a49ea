package seedbed.site;

import java.util.Locale;

/** A number of bytes as visitors read it: rounded, in the binary units of IEC 80000-13, and exact. */
final class ByteSize {

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private ByteSize() {}

    /** Three digits at least where there are any: {@code 640 bytes}, {@code 1.44 MiB}, {@code 52.1 GiB}. */
    static String rounded(long bytes) {
        if (bytes < 1024) {
            return exact(bytes);
        }
        int unit = 0;
        double value = bytes / 1024.0;
        // 1023.5 and more would be rounded up to a four-digit 1024.
        while (value >= 1023.5 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String format = value < 9.995 ? "%.2f %s" : value < 99.95 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, format, value, UNITS[unit]);
    }

    static String exact(long bytes) {
        return bytes == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
