package seedbed.bencode;

import java.security.MessageDigest;
import java.util.Optional;

/** One decoded value and where it stood. Immutable. */
public abstract sealed class BencodeValue permits BencodeString, BencodeInteger, BencodeList, BencodeDictionary {

    // Values share the decoder's private copy of the source instead of copying their part: a hostile file has millions.
    final byte[] source;
    private final int start;
    private final int end;

    BencodeValue(byte[] source, int start, int end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** Byte of the source at which the value begins, from 0. */
    public final int start() {
        return start;
    }

    /** Byte of the source after the value's last. */
    public final int end() {
        return end;
    }

    /** The value exactly as it was encoded. */
    public final ByteString raw() {
        return ByteString.of(source, start, end);
    }

    /** Adds the value, exactly as it was encoded, to a computation. */
    public final void addTo(MessageDigest digest) {
        digest.update(source, start, end - start);
    }

    /** The first place in this value that is not canonical; nothing where it is written as {@link BencodeWriter} would. */
    public abstract Optional<Irregularity> irregularity();

    /** What the value is, with its article, for messages: {@code a string}, {@code an integer} and so on. */
    public abstract String kind();
}
