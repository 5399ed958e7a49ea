package seedbed.savings;

import java.util.OptionalLong;
import seedbed.protocol.InfoHash;

/** What a ledger must know about torrents. Asked on the path of an announce: answers from memory. */
public interface Torrents {

    /**
     * The torrent of a swarm, named by one of its hashes, always the same. A hybrid torrent has two swarms (BEP 52), in
     * which a client announces the same bytes. Of an unknown hash it is the hash itself.
     */
    InfoHash torrentOf(InfoHash infoHash);

    /** The bytes of a torrent, where they are known. */
    OptionalLong sizeOf(InfoHash infoHash);
}
