package seedbed.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** A number of bytes as visitors read it: rounded, in the binary units of IEC 80000-13, and exact. */
final class ByteSize {

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

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
        BigDecimal value = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(size));
        int digits = value.compareTo(BigDecimal.valueOf(1000)) >= 0 ? 4 : 3;
        BigDecimal rounded =
                value.round(new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros();
        return rounded.toPlainString() + ' ' + UNITS.get(unit);
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
