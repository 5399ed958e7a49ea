package seedbed.bencode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** An integer of any size: {@code i-42e}. */
public final class BencodeInteger extends BencodeValue {

    BencodeInteger(byte[] source, int start, int end) {
        super(source, start, end);
    }

    /** The number, or nothing where it needs more than 64 bits with its sign. */
    public OptionalLong value() {
        int from = firstSignificantDigit();
        int digits = end() - 1 - from;
        if (digits > 19) {
            return OptionalLong.empty();
        }
        String text = new String(source, from, digits, StandardCharsets.US_ASCII);
        try {
            return OptionalLong.of(Long.parseLong(isNegative() ? '-' + text : text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<Irregularity> irregularity() {
        int firstDigit = start() + (isNegative() ? 2 : 1);
        if (source[firstDigit] != '0') {
            return Optional.empty();
        }
        if (end() - 1 - firstDigit > 1) {
            return Optional.of(new Irregularity(start(), "an integer has a leading zero"));
        }
        return isNegative()
                ? Optional.of(new Irregularity(start(), "an integer is a negative zero"))
                : Optional.empty();
    }

    @Override
    public String kind() {
        return "an integer";
    }

    private boolean isNegative() {
        return source[start() + 1] == '-';
    }

    private int firstSignificantDigit() {
        int last = end() - 2;
        int at = start() + (isNegative() ? 2 : 1);
        while (at < last && source[at] == '0') {
            at++;
        }
        return at;
    }
}
