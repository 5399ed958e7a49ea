package seedbed.savings;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.savings.Session.Voice;

/** The downloads that are counted, by the clients that make them. Safe for threads. */
final class Sessions {

    private final Torrents torrents;
    private final OptionalLong maxRate;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ConcurrentMap<InfoHash, Downloads> downloads = new ConcurrentHashMap<>();
    private final ConcurrentMap<DownloadName, Boolean> boxesInV4 = new ConcurrentHashMap<>();

    Sessions(Torrents torrents, OptionalLong maxRate, Clock clock, LongSupplier nanos) {
        this.torrents = torrents;
        this.maxRate = maxRate;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** By how much the announce makes the counters of its session grow. */
    Growth hear(AnnounceRequest request, IpAddress ip, Side side) {
        InfoHash torrent = torrents.torrentOf(request.infoHash());
        DownloadName name = name(torrent, request.peerId(), request.key(), ip, side);
        if (!isCounted(name, ip)) {
            return Growth.NONE;
        }
        Voice voice = Voice.of(torrent.equals(request.infoHash()), ip.isV4());
        Statement statement =
                new Statement(request.downloaded(), request.uploaded(), request.left(), nanos.getAsLong());
        boolean starts = request.event() == Event.STARTED;
        // A new session hears its own baseline once more, by which nothing grows.
        return change(
                name,
                () -> new Session(voice, statement, torrents.sizeOf(request.infoHash())),
                session -> session.hear(voice, statement, starts, maxRate));
    }

    void learn(ToldElsewhere told, Side side) {
        InfoHash torrent = torrents.torrentOf(told.infoHash());
        DownloadName name = name(torrent, told.peerId(), told.key(), told.client(), side);
        if (!isCounted(name, told.client())) {
            return;
        }
        Voice voice = Voice.of(torrent.equals(told.infoHash()), told.client().isV4());
        Duration ago = Duration.between(told.at(), clock.instant());
        long heard = nanos.getAsLong() - Math.max(0, ago.toNanos());
        Statement statement = new Statement(told.downloaded(), told.uploaded(), told.left(), heard);
        change(name, () -> new Session(voice, statement, torrents.sizeOf(told.infoHash())), session -> {
            session.learn(voice, statement);
            return Growth.NONE;
        });
    }

    private Growth change(DownloadName name, Supplier<Session> first, Downloads.Deed deed) {
        Growth[] growth = {Growth.NONE};
        // Under the map's lock of this entry: announces of one torrent come one after the other.
        downloads.compute(name.torrent(), (unused, known) -> {
            Downloads ofTorrent = known == null ? new Downloads() : known;
            growth[0] = ofTorrent.change(name, first, deed);
            return ofTorrent;
        });
        return growth[0];
    }

    private static DownloadName name(InfoHash torrent, PeerId peerId, ClientKey key, IpAddress ip, Side side) {
        return new DownloadName(torrent, peerId, key, side == Side.SEED_BOX ? ip : null);
    }

    /**
     * Of cloned seed boxes nobody can tell which address of one family belongs to which of the other, so they are counted
     * over the family that was heard first.
     */
    private boolean isCounted(DownloadName name, IpAddress ip) {
        return !name.isOfSeedBox() || ip.isV4() == boxesInV4.computeIfAbsent(name.ofAnyBox(), unused -> ip.isV4());
    }

    void expire(Duration silence) {
        long before = nanos.getAsLong() - silence.toNanos();
        Set<DownloadName> boxes = new HashSet<>();
        for (InfoHash torrent : downloads.keySet()) {
            downloads.computeIfPresent(torrent, (unused, ofTorrent) -> {
                ofTorrent.expire(before);
                ofTorrent.collectBoxes(torrent, boxes);
                return ofTorrent.isEmpty() ? null : ofTorrent;
            });
        }
        boxesInV4.keySet().retainAll(boxes);
    }
}
