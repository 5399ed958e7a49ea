package seedbed.bencode;

import java.util.Arrays;
import java.util.Optional;

/** A string of bytes: {@code 4:spam}. */
public final class BencodeString extends BencodeValue {

    private final int body;

    BencodeString(byte[] source, int start, int body, int end) {
        super(source, start, end);
        this.body = body;
    }

    /** Length in bytes. */
    public int length() {
        return end() - body;
    }

    /** The bytes, without the length before them. */
    public ByteString value() {
        return ByteString.of(source, body, end());
    }

    /** Whether these are the bytes. */
    public boolean is(ByteString other) {
        return length() == other.length() && value().equals(other);
    }

    /** Orders keys by their bytes, unsigned, however their lengths were written. */
    int compareBytes(BencodeString other) {
        return Arrays.compareUnsigned(source, body, end(), other.source, other.body, other.end());
    }

    @Override
    public Optional<Irregularity> irregularity() {
        boolean leadingZero = source[start()] == '0' && source[start() + 1] != ':';
        return leadingZero
                ? Optional.of(new Irregularity(start(), "a string length has a leading zero"))
                : Optional.empty();
    }

    @Override
    public String kind() {
        return "a string";
    }
}
