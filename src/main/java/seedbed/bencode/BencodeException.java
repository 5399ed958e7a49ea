package seedbed.bencode;

/** Bytes are not bencode, or exceed the limits of {@link BencodeDecoder}; the message says what was expected where. */
public final class BencodeException extends Exception {

    private final int offset;

    BencodeException(int offset, String message) {
        super(message + " at byte " + offset);
        this.offset = offset;
    }

    /** Byte of the source at which decoding stopped, from 0. */
    public int offset() {
        return offset;
    }
}
