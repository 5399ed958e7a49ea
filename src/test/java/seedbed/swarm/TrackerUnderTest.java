package seedbed.swarm;

import seedbed.protocol.InfoHash;

/** A running tracker with default settings, the usual private networks as its campus, and 192.0.2.0/28 as seed boxes. */
public interface TrackerUnderTest extends TrackerClient {

    /** Publishes a torrent. */
    void list(InfoHash infoHash);

    /** Takes a torrent back. */
    void unlist(InfoHash infoHash);

    /** A published torrent that nobody announced yet. */
    default InfoHash newTorrent() {
        InfoHash infoHash = Hashes.random();
        list(infoHash);
        return infoHash;
    }
}
