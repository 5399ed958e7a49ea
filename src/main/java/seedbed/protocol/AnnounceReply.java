package seedbed.protocol;

import java.util.List;
import seedbed.campus.IpAddress;

/**
 * Peers for a client, the size of its swarm, and when to come back.
 *
 * @param counts of the swarm, the asker included
 * @param externalIp the asker's address as the tracker sees it (BEP 24)
 * @param interval seconds after which the client should announce again
 * @param minInterval seconds before which it must not
 * @param peers the asker is never among them
 * @param form how the peers are written
 */
public record AnnounceReply(
        SwarmCounts counts,
        IpAddress externalIp,
        int interval,
        int minInterval,
        List<? extends Contact> peers,
        PeerListForm form)
        implements TrackerReply {

    private static final int V4_LENGTH = 6;
    private static final int V6_LENGTH = 18;

    public AnnounceReply {
        peers = List.copyOf(peers);
    }

    @Override
    public byte[] bytes() {
        BencodeBuffer out = new BencodeBuffer(192 + peers.size() * V6_LENGTH)
                .begin()
                .text("complete")
                .integer(counts.seeds())
                .text("downloaded")
                .integer(counts.completed())
                .text("external ip")
                .string(externalIp.bytes())
                .text("incomplete")
                .integer(counts.leechers())
                .text("interval")
                .integer(interval)
                .text("min interval")
                .integer(minInterval);
        if (form == PeerListForm.COMPACT) {
            writeCompact(out);
        } else {
            writeDictionaries(out);
        }
        return out.end().toBytes();
    }

    private void writeCompact(BencodeBuffer out) {
        int v4 = 0;
        for (Contact peer : peers) {
            v4 += peer.address().ip().isV4() ? 1 : 0;
        }
        int v6 = peers.size() - v4;
        // "peers" even when empty: some clients take its absence for an error.
        writeFamily(out.text("peers").length(v4 * V4_LENGTH), true);
        if (v6 > 0) {
            writeFamily(out.text("peers6").length(v6 * V6_LENGTH), false);
        }
    }

    private void writeFamily(BencodeBuffer out, boolean v4) {
        for (Contact peer : peers) {
            PeerAddress address = peer.address();
            if (address.ip().isV4() == v4) {
                out.raw(address.ip().bytes()).raw(address.port() >> Byte.SIZE).raw(address.port());
            }
        }
    }

    private void writeDictionaries(BencodeBuffer out) {
        out.text("peers").beginList();
        for (Contact peer : peers) {
            out.begin().text("ip").text(peer.address().ip().toString());
            if (form == PeerListForm.DICTIONARIES) {
                out.text("peer id").string(peer.peerId().toBytes());
            }
            out.text("port").integer(peer.address().port()).end();
        }
        out.end();
    }
}
