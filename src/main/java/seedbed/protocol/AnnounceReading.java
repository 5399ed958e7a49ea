package seedbed.protocol;

import org.jspecify.annotations.Nullable;
import seedbed.protocol.Refusal.Kind;

/**
 * An announce while its parameters come in. Of one that comes more than once the first counts; but what says who announces
 * which torrent must come once.
 */
final class AnnounceReading {

    private final InfoHashReading hashes;
    private final long defaultNumwant;

    private @Nullable InfoHash infoHash;
    private int infoHashes;
    private @Nullable PeerId peerId;
    private int peerIds;
    private @Nullable ClientKey key;
    private @Nullable Event event;
    private @Nullable String compact;
    private @Nullable String noPeerId;
    private @Nullable Long port;
    private @Nullable Long uploaded;
    private @Nullable Long downloaded;
    private @Nullable Long left;
    private @Nullable Long numwant;

    /** @param defaultNumwant peers for a client that does not say how many it wants */
    AnnounceReading(InfoHashReading hashes, int defaultNumwant) {
        this.hashes = hashes;
        this.defaultNumwant = defaultNumwant;
    }

    /** Takes a parameter; those with another name mean nothing. */
    void take(RawQuery query) throws RefusedException {
        if (query.isNamed("info_hash")) {
            infoHash = hashes.of(query);
            infoHashes++;
        } else if (query.isNamed("peer_id")) {
            byte[] value = query.value();
            peerId = value.length == PeerId.LENGTH ? PeerId.of(value) : null;
            peerIds++;
        } else if (query.isNamed("key")) {
            key = key == null ? ClientKey.of(query.value()) : key;
        } else if (query.isNamed("event")) {
            event = event == null ? Event.named(query.text()) : event;
        } else if (query.isNamed("compact")) {
            compact = compact == null ? query.text() : compact;
        } else if (query.isNamed("no_peer_id")) {
            noPeerId = noPeerId == null ? query.text() : noPeerId;
        } else {
            takeNumber(query);
        }
    }

    private void takeNumber(RawQuery query) {
        if (query.isNamed("port")) {
            port = port == null ? query.number(0) : port;
        } else if (query.isNamed("uploaded")) {
            uploaded = uploaded == null ? query.number(0) : uploaded;
        } else if (query.isNamed("downloaded")) {
            downloaded = downloaded == null ? query.number(0) : downloaded;
        } else if (query.isNamed("left")) {
            left = left == null ? query.number(AnnounceRequest.LEFT_UNKNOWN) : left;
        } else if (query.isNamed("numwant")) {
            numwant = numwant == null ? query.number(defaultNumwant) : numwant;
        }
    }

    /**
     * The announce that came in.
     *
     * @param maxNumwant peers a client gets at most
     * @throws RefusedException if it is none
     */
    AnnounceRequest request(int maxNumwant) throws RefusedException {
        if (infoHash == null || infoHashes > 1) {
            throw new RefusedException(Kind.INFO_HASH);
        }
        if (peerId == null || peerIds > 1) {
            throw new RefusedException(Kind.PEER_ID);
        }
        Event why = event == null ? Event.NONE : event;
        return new AnnounceRequest(
                infoHash,
                peerId,
                key == null ? ClientKey.NONE : key,
                port(why),
                or(uploaded, 0),
                or(downloaded, 0),
                or(left, AnnounceRequest.LEFT_UNKNOWN),
                why,
                (int) Math.min(or(numwant, defaultNumwant), maxNumwant),
                form());
    }

    private static long or(@Nullable Long said, long otherwise) {
        return said == null ? otherwise : said;
    }

    private int port(Event why) throws RefusedException {
        long number = or(port, 0);
        if (number >= 1 && number <= PeerAddress.MAX_PORT) {
            return (int) number;
        }
        if (why == Event.STOPPED) {
            // Who goes need not say where it listened: refused, some clients would repeat it for ever.
            return 0;
        }
        throw new RefusedException(Kind.PORT);
    }

    private PeerListForm form() {
        if (!"0".equals(compact)) {
            return PeerListForm.COMPACT;
        }
        return "1".equals(noPeerId) ? PeerListForm.DICTIONARIES_WITHOUT_ID : PeerListForm.DICTIONARIES;
    }
}
