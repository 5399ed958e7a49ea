package seedbed.bencode;

/**
 * Decodes untrusted bytes (BEP 3) in linear time and bounded memory, without recursion.
 *
 * <p>What is irregular but unambiguous (see {@link Irregularity}) is accepted and recorded in the values; everything
 * else is refused.
 */
public final class BencodeDecoder {

    /** Longest input, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Deepest nesting of lists and dictionaries; the limit of libtorrent. */
    public static final int MAX_DEPTH = 100;

    /** Most values and keys in one input: bounds memory where two bytes of input make an object. */
    public static final int MAX_TOKENS = 3_000_000;

    /**
     * The one value these bytes are.
     *
     * @throws BencodeException unless they are exactly one value within the limits
     */
    public BencodeValue decode(byte[] bytes) throws BencodeException {
        BencodeValue value = decodePrefix(bytes);
        if (value.end() != bytes.length) {
            throw new BencodeException(value.end(), "expected the end of the input after the first value");
        }
        return value;
    }

    /**
     * The value these bytes begin with; its end tells what was left over.
     *
     * @throws BencodeException unless they begin with a value within the limits
     */
    public BencodeValue decodePrefix(byte[] bytes) throws BencodeException {
        if (bytes.length > MAX_BYTES) {
            throw new BencodeException(
                    MAX_BYTES, "expected at most " + MAX_BYTES + " bytes but there are " + bytes.length);
        }
        return new Decoding(bytes.clone()).value();
    }
}
