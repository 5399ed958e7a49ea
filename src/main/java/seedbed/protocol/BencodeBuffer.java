package seedbed.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a bencoded reply into one growing array: no tree of values between an announce and its bytes. The order of
 * dictionary keys is the caller's duty.
 */
final class BencodeBuffer {

    private byte[] bytes;
    private int size;

    BencodeBuffer(int expectedSize) {
        bytes = new byte[expectedSize];
    }

    /** Opens a dictionary. */
    BencodeBuffer begin() {
        return raw('d');
    }

    BencodeBuffer beginList() {
        return raw('l');
    }

    /** Closes a dictionary or a list. */
    BencodeBuffer end() {
        return raw('e');
    }

    BencodeBuffer integer(long value) {
        return raw('i').ascii(Long.toString(value)).raw('e');
    }

    /** A string of ASCII characters. */
    BencodeBuffer text(String ascii) {
        return length(ascii.length()).ascii(ascii);
    }

    BencodeBuffer string(byte[] value) {
        return length(value.length).raw(value);
    }

    /** The head of a string whose bytes follow. */
    BencodeBuffer length(int length) {
        return ascii(Integer.toString(length)).raw(':');
    }

    BencodeBuffer raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    BencodeBuffer raw(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    private BencodeBuffer ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
