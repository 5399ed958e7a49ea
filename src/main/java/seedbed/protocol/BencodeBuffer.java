package seedbed.protocol;

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
        return raw('i').digits(value).raw('e');
    }

    /** A string of ASCII characters. */
    @SuppressWarnings("deprecation") // copies the lower half of each character, which is all that ASCII has
    BencodeBuffer text(String ascii) {
        int length = ascii.length();
        length(length).reserve(length);
        ascii.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    BencodeBuffer string(byte[] value) {
        return string(value, value.length);
    }

    /** A string of the first bytes of an array. */
    BencodeBuffer string(byte[] value, int length) {
        return length(length).raw(value, length);
    }

    /** What another buffer holds, as it is. */
    BencodeBuffer raw(BencodeBuffer other) {
        return raw(other.bytes, other.size);
    }

    private BencodeBuffer length(int length) {
        return digits(length).raw(':');
    }

    private BencodeBuffer raw(byte[] value, int length) {
        reserve(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
        return this;
    }

    private BencodeBuffer raw(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** A number that is not negative, as there is no other in a reply. */
    private BencodeBuffer digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        reserve(count);
        long rest = value;
        for (int at = size + count - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
