package seedbed.campus;

/**
 * One network in CIDR notation (RFC 4632, RFC 4291).
 *
 * @param first its first address
 * @param prefixLength bits that all its addresses share
 */
record Network(IpAddress first, int prefixLength) {

    private static final int MAPPED_BITS = 96;

    Network {
        // An operator who writes 192.168.1.7/24 means the network around it.
        first = first.network(prefixLength);
    }

    /** An address alone is a network of one. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        byte[] written = AddressLiteral.bytes(literal).orElseThrow(() -> malformed(text));
        IpAddress address = IpAddress.of(written);
        int bits = written.length * Byte.SIZE;
        int length = slash < 0 ? bits : prefixLength(text, slash + 1, bits);
        boolean unmapped = address.isV4() && bits > Integer.SIZE;
        if (unmapped && length < MAPPED_BITS) {
            throw malformed(text);
        }
        return new Network(address, unmapped ? length - MAPPED_BITS : length);
    }

    private static int prefixLength(String text, int from, int most) {
        String digits = text.substring(from);
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > most) {
            throw malformed(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a network: expected an address or a CIDR such as 192.0.2.0/24 or 2001:db8::/32");
    }

    boolean contains(IpAddress address) {
        return address.sharesPrefix(first, prefixLength);
    }

    boolean isSingle() {
        return prefixLength == Byte.SIZE * first.bytes().length;
    }

    @Override
    public String toString() {
        return first + "/" + prefixLength;
    }
}
