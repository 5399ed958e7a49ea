package seedbed.protocol;

import seedbed.campus.IpAddress;

/**
 * Peers for a client, the size of its swarm, and when to come back.
 *
 * @param counts of the swarm, the asker included
 * @param externalIp the asker's address as the tracker sees it (BEP 24)
 * @param interval seconds after which the client should announce again
 * @param minInterval seconds before which it must not
 * @param peers the asker is never among them
 */
public record AnnounceReply(SwarmCounts counts, IpAddress externalIp, int interval, int minInterval, PeerList peers)
        implements TrackerReply {

    private static final int LENGTH_WITHOUT_PEERS = 224;

    @Override
    public byte[] bytes() {
        BencodeBuffer out = new BencodeBuffer(LENGTH_WITHOUT_PEERS + peers.size())
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
        peers.writeTo(out);
        return out.end().toBytes();
    }
}
