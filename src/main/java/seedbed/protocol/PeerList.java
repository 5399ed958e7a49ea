package seedbed.protocol;

import java.util.Arrays;
import seedbed.campus.IpAddress;

/** The peers in a reply, written in the form the client wants as they are added. Not safe for threads. */
public final class PeerList {

    private static final int V4_LENGTH = 6;
    private static final int V6_LENGTH = 18;

    private final PeerListForm form;

    // Compact: one after the other. Dictionaries: those of both families are in one list.
    private byte[] v4 = new byte[16 * V4_LENGTH];
    private int v4Size;
    private byte[] v6 = new byte[0];
    private int v6Size;
    private final BencodeBuffer dictionaries = new BencodeBuffer(0);

    /** No peers. */
    public PeerList(PeerListForm form) {
        this.form = form;
    }

    /** Whether peers are written without their ids, so that {@link #addV4} and {@link #addV6} are enough. */
    public boolean isCompact() {
        return form == PeerListForm.COMPACT;
    }

    /** Adds a peer in any form. */
    public void add(IpAddress ip, int port, PeerId peerId) {
        if (isCompact()) {
            addCompact(ip, port);
            return;
        }
        dictionaries.begin().text("ip").text(ip.toString());
        if (form == PeerListForm.DICTIONARIES) {
            dictionaries.text("peer id").string(peerId.toBytes());
        }
        dictionaries.text("port").integer(port).end();
    }

    private void addCompact(IpAddress ip, int port) {
        if (ip.isV4()) {
            addV4((int) ip.low(), port);
        } else {
            addV6(ip, port);
        }
    }

    /** Adds an IPv4 peer to a compact list. */
    public void addV4(int ip, int port) {
        if (v4Size == v4.length) {
            v4 = Arrays.copyOf(v4, 2 * v4Size);
        }
        v4[v4Size] = (byte) (ip >> 24);
        v4[v4Size + 1] = (byte) (ip >> 16);
        v4[v4Size + 2] = (byte) (ip >> 8);
        v4[v4Size + 3] = (byte) ip;
        v4[v4Size + 4] = (byte) (port >> 8);
        v4[v4Size + 5] = (byte) port;
        v4Size += V4_LENGTH;
    }

    /** Adds an IPv6 peer to a compact list. */
    public void addV6(IpAddress ip, int port) {
        if (v6Size == v6.length) {
            v6 = Arrays.copyOf(v6, Math.max(16 * V6_LENGTH, 2 * v6Size));
        }
        System.arraycopy(ip.bytes(), 0, v6, v6Size, V6_LENGTH - 2);
        v6[v6Size + V6_LENGTH - 2] = (byte) (port >> 8);
        v6[v6Size + V6_LENGTH - 1] = (byte) port;
        v6Size += V6_LENGTH;
    }

    /** Bytes that {@link #writeTo} writes, or a few less. */
    int size() {
        return v4Size + v6Size + dictionaries.size();
    }

    /** Writes {@code peers} and, where there are any, {@code peers6}. */
    void writeTo(BencodeBuffer out) {
        // "peers" even when empty: some clients take its absence for an error.
        out.text("peers");
        if (!isCompact()) {
            out.beginList().raw(dictionaries).end();
            return;
        }
        out.string(v4, v4Size);
        if (v6Size > 0) {
            out.text("peers6").string(v6, v6Size);
        }
    }
}
