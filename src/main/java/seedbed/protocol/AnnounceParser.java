package seedbed.protocol;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.Refusal.Kind;

/**
 * Reads announces (BEP 3, 7, 21, 23). What a client says about its own address ({@code ip}, {@code ipv4}, {@code ipv6})
 * is not read: anybody could send peers to a victim.
 */
public final class AnnounceParser {

    private final int numwant;
    private final int maxNumwant;
    private final InfoHashReading infoHash;

    /**
     * A parser for a tracker.
     *
     * @param numwant peers for a client that does not say how many it wants
     * @param maxNumwant peers a client gets at most
     * @param listed which hashes are published: where the one with a plus sign is not, the one with spaces is tried
     */
    public AnnounceParser(int numwant, int maxNumwant, Predicate<InfoHash> listed) {
        this.numwant = Math.min(numwant, maxNumwant);
        this.maxNumwant = maxNumwant;
        this.infoHash = new InfoHashReading(listed);
    }

    /**
     * The announce in a query.
     *
     * @param rawQuery what follows the question mark, not decoded, a byte a character; null if there is none
     * @throws RefusedException if the query is no announce
     */
    public AnnounceRequest parse(@Nullable String rawQuery) throws RefusedException {
        RawQuery query = RawQuery.parse(rawQuery);
        Event event = Event.named(query.text("event"));
        return new AnnounceRequest(
                infoHash.of(query.only("info_hash", Kind.INFO_HASH)),
                peerId(query),
                ClientKey.of(query.bytes("key")),
                port(query, event),
                query.number("uploaded", 0),
                query.number("downloaded", 0),
                query.number("left", AnnounceRequest.LEFT_UNKNOWN),
                event,
                numwant(query),
                form(query));
    }

    private static PeerId peerId(RawQuery query) throws RefusedException {
        byte[] bytes = query.only("peer_id", Kind.PEER_ID).value();
        if (bytes.length != PeerId.LENGTH) {
            throw new RefusedException(Kind.PEER_ID);
        }
        return PeerId.of(bytes);
    }

    private static int port(RawQuery query, Event event) throws RefusedException {
        long port = query.number("port", 0);
        if (port >= 1 && port <= PeerAddress.MAX_PORT) {
            return (int) port;
        }
        if (event == Event.STOPPED) {
            // Who goes need not say where it listened: refused, some clients would repeat it for ever.
            return 0;
        }
        throw new RefusedException(Kind.PORT);
    }

    private int numwant(RawQuery query) {
        return (int) Math.min(query.number("numwant", numwant), maxNumwant);
    }

    private static PeerListForm form(RawQuery query) {
        if (!query.text("compact").equals("0")) {
            return PeerListForm.COMPACT;
        }
        return query.text("no_peer_id").equals("1") ? PeerListForm.DICTIONARIES_WITHOUT_ID : PeerListForm.DICTIONARIES;
    }
}
