package seedbed.torrent;

/** Which generations of clients can use a torrent (BEP 52). */
public enum TorrentVersion {
    /** Pieces hashed with SHA-1 across file borders (BEP 3). */
    V1,
    /** Both descriptions of the same files: two info-hashes, two swarms. */
    HYBRID,
    /** A Merkle tree of SHA-256 for each file. */
    V2;

    boolean hasV1() {
        return this != V2;
    }

    boolean hasV2() {
        return this != V1;
    }
}
