package seedbed.protocol;

/**
 * A {@code failure reason}, with the intervals that make clients come back: without them some wait half an hour and
 * others retry within seconds.
 */
public final class Refusal implements TrackerReply {

    /**
     * Why a request is refused. The texts are fixed: nothing a client sent comes back. Some clients give up for ever on
     * texts that call a torrent unregistered, so none does.
     */
    public enum Kind {
        QUERY_TOO_LONG("query too long: at most 8192 bytes"),
        QUERY_MALFORMED("malformed query: bad percent-encoding"),
        INFO_HASH("info_hash: exactly one of 20 bytes is expected"),
        PEER_ID("peer_id: exactly one of 20 bytes is expected"),
        PORT("port: a number from 1 to 65535 is expected"),
        SCRAPE_EMPTY("info_hash: a scrape needs at least one"),
        SCRAPE_TOO_MANY("info_hash: a scrape takes at most 64"),
        NOT_LISTED("this tracker only serves the torrents published on its site"),
        TOO_MANY_PEERS("too many peers of this torrent at your address"),
        CLIENT_ADDRESS("your address is unknown: the front server does not forward it"),
        STARTING("the tracker is starting, please retry shortly"),
        FAULT("the tracker failed, please retry later");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The {@code failure reason}. */
        public String text() {
            return text;
        }
    }

    private final Kind kind;
    private final byte[] bytes;

    /**
     * A refusal that says when to ask again.
     *
     * @param interval seconds after which a client should ask again
     * @param minInterval seconds before which it must not
     */
    public Refusal(Kind kind, int interval, int minInterval) {
        this.kind = kind;
        this.bytes = new BencodeBuffer(128)
                .begin()
                .text("failure reason")
                .text(kind.text)
                .text("interval")
                .integer(interval)
                .text("min interval")
                .integer(minInterval)
                .end()
                .toBytes();
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
