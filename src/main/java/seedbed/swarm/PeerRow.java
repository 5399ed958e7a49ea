package seedbed.swarm;

import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.rows.RowHash;

/**
 * How a peer is written into longs.
 *
 * <pre>
 *   0  peer id, bytes 0 to 7          4  uploaded
 *   1  peer id, bytes 8 to 15         5  downloaded
 *   2  peer id, rest | last seen      6  left
 *   3  key                            7  IPv4 address | port | key length, changed, kind
 *                                     8, 9  IPv6 address
 * </pre>
 */
final class PeerRow {

    static final int V4_WIDTH = 8;
    static final int V6_WIDTH = 10;

    private static final int TAIL = 2;
    private static final int KEY = 3;
    private static final int UPLOADED = 4;
    private static final int DOWNLOADED = 5;
    private static final int LEFT = 6;
    private static final int WHERE = 7;
    private static final int V6_HIGH = 8;
    private static final int V6_LOW = 9;

    private static final int PORT_SHIFT = 16;
    private static final int KEY_LENGTH_SHIFT = 8;
    private static final long KEY_LENGTH_MASK = 15;
    private static final long CHANGED = 1 << 7;
    private static final long KIND_MASK = 31;

    private static final long LOWER = 0xffff_ffffL;

    private PeerRow() {}

    static void write(Peer peer, long[] words, int at) {
        PeerId id = peer.session().peerId();
        ClientKey key = peer.session().key();
        IpAddress ip = peer.address().ip();
        words[at] = id.head();
        words[at + 1] = id.middle();
        words[at + TAIL] = ((long) id.tail() << Integer.SIZE) | (peer.lastSeen() & LOWER);
        words[at + KEY] = key.bits();
        words[at + UPLOADED] = peer.progress().uploaded();
        words[at + DOWNLOADED] = peer.progress().downloaded();
        words[at + LEFT] = peer.progress().left();
        words[at + WHERE] = (ip.isV4() ? ip.low() << Integer.SIZE : 0)
                | ((long) peer.address().port() << PORT_SHIFT)
                | ((long) key.length() << KEY_LENGTH_SHIFT)
                | peer.kind().code();
        if (!ip.isV4()) {
            words[at + V6_HIGH] = ip.high();
            words[at + V6_LOW] = ip.low();
        }
    }

    static Peer read(long[] words, int at, boolean v4) {
        int keyLength = (int) ((words[at + WHERE] >>> KEY_LENGTH_SHIFT) & KEY_LENGTH_MASK);
        Session session = new Session(peerId(words, at), new ClientKey(words[at + KEY], keyLength), v4);
        return new Peer(
                new PeerAddress(ip(words, at, v4), port(words, at)),
                session,
                kind(words, at),
                new Peer.Progress(words[at + UPLOADED], words[at + DOWNLOADED], words[at + LEFT]),
                lastSeen(words, at));
    }

    static PeerId peerId(long[] words, int at) {
        return PeerId.of(words[at], words[at + 1], (int) (words[at + TAIL] >>> Integer.SIZE));
    }

    static IpAddress ip(long[] words, int at, boolean v4) {
        return v4 ? IpAddress.v4(v4Bits(words, at)) : IpAddress.v6(words[at + V6_HIGH], words[at + V6_LOW]);
    }

    static int v4Bits(long[] words, int at) {
        return (int) (words[at + WHERE] >>> Integer.SIZE);
    }

    static int port(long[] words, int at) {
        return (int) (words[at + WHERE] >>> PORT_SHIFT) & PeerAddress.MAX_PORT;
    }

    static Kind kind(long[] words, int at) {
        return Kind.ofCode((int) (words[at + WHERE] & KIND_MASK));
    }

    static int lastSeen(long[] words, int at) {
        return (int) words[at + TAIL];
    }

    static boolean isChanged(long[] words, int at) {
        return (words[at + WHERE] & CHANGED) != 0;
    }

    static void setChanged(long[] words, int at, boolean changed) {
        words[at + WHERE] = changed ? words[at + WHERE] | CHANGED : words[at + WHERE] & ~CHANGED;
    }

    static boolean hasKey(long[] words, int at) {
        return ((words[at + WHERE] >>> KEY_LENGTH_SHIFT) & KEY_LENGTH_MASK) != 0;
    }

    static boolean isAt(long[] words, int at, IpAddress ip, int port) {
        return port(words, at) == port && hasIp(words, at, ip);
    }

    private static boolean hasIp(long[] words, int at, IpAddress ip) {
        return ip.isV4()
                ? v4Bits(words, at) == (int) ip.low()
                : words[at + V6_LOW] == ip.low() && words[at + V6_HIGH] == ip.high();
    }

    /** Whether the peer is outside, at an address of the same owner: the same IPv4 address, or the same /64. */
    static boolean isOfOwner(long[] words, int at, IpAddress ip) {
        boolean same = ip.isV4() ? v4Bits(words, at) == (int) ip.low() : words[at + V6_HIGH] == ip.high();
        return same && kind(words, at).place().isOutside();
    }

    static boolean isOf(long[] words, int at, Session session) {
        return words[at] == session.peerId().head()
                && words[at + 1] == session.peerId().middle()
                && (int) (words[at + TAIL] >>> Integer.SIZE) == session.peerId().tail()
                && words[at + KEY] == session.key().bits()
                && ((words[at + WHERE] >>> KEY_LENGTH_SHIFT) & KEY_LENGTH_MASK)
                        == session.key().length();
    }

    /**
     * By which a peer is found at its address: outside the campus by the address's owner alone, so that all peers that
     * one has are found together. That is a few; behind a campus's NAT there may be thousands.
     */
    static int addressHash(IpAddress ip, int port, boolean outside) {
        return addressHash(ip.isV4(), ip.high(), ip.low(), port, outside);
    }

    private static int addressHash(boolean v4, long high, long low, int port, boolean outside) {
        long owner = v4 ? low : high;
        return outside ? RowHash.of(owner) : RowHash.of(owner, v4 ? port : low + port);
    }

    static int addressHash(long[] words, int at, boolean v4) {
        boolean outside = kind(words, at).place().isOutside();
        return v4
                ? addressHash(true, 0, words[at + WHERE] >>> Integer.SIZE, port(words, at), outside)
                : addressHash(false, words[at + V6_HIGH], words[at + V6_LOW], port(words, at), outside);
    }

    static int sessionHash(Session session) {
        return RowHash.of(
                session.peerId().middle(),
                session.peerId().tail(),
                session.key().bits());
    }

    static int sessionHash(long[] words, int at) {
        return RowHash.of(words[at + 1], words[at + TAIL] >> Integer.SIZE, words[at + KEY]);
    }
}
