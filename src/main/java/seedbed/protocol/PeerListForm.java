package seedbed.protocol;

/** How a client wants the peers of an answer written. */
public enum PeerListForm {
    /** 6 bytes an IPv4 peer, 18 bytes an IPv6 peer (BEP 23, BEP 7). */
    COMPACT,
    /** Dictionaries with {@code ip}, {@code peer id} and {@code port} (BEP 3). */
    DICTIONARIES,
    /** Dictionaries with {@code ip} and {@code port}. */
    DICTIONARIES_WITHOUT_ID
}
