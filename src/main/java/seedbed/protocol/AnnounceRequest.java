package seedbed.protocol;

import seedbed.campus.IpAddress;

/**
 * What a client said in an announce (BEP 3); where it is, the tracker sees for itself.
 *
 * @param infoHash the torrent
 * @param peerId what the client calls itself
 * @param key what only the client and its trackers know, possibly none
 * @param port where it listens, 1 to 65535; 0 only with {@link Event#STOPPED}
 * @param uploaded bytes since it started; 0 where it did not say
 * @param downloaded bytes since it started; 0 where it did not say
 * @param left bytes it still needs, {@link #LEFT_UNKNOWN} where it did not say
 * @param event why it announces
 * @param numwant how many peers it is given at most, already bounded
 * @param form how it wants them written
 */
public record AnnounceRequest(
        InfoHash infoHash,
        PeerId peerId,
        ClientKey key,
        int port,
        long uploaded,
        long downloaded,
        long left,
        Event event,
        int numwant,
        PeerListForm form) {

    /** {@code left} was missing, negative or no number. */
    public static final long LEFT_UNKNOWN = -1;

    public AnnounceRequest {
        int lowest = event == Event.STOPPED ? 0 : 1;
        if (port < lowest || port > PeerAddress.MAX_PORT) {
            throw new IllegalArgumentException("the port of an announce is 1 to 65535, not " + port);
        }
        if (numwant < 0) {
            throw new IllegalArgumentException("numwant is 0 or more, not " + numwant);
        }
    }

    /** What the client is to the swarm from now on. */
    public PeerStatus status() {
        return PeerStatus.of(event, left);
    }

    /** Where the client listens, if it asks from this address. */
    public PeerAddress addressAt(IpAddress client) {
        return new PeerAddress(client, port);
    }
}
