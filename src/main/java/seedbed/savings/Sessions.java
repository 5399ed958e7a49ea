package seedbed.savings;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
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
    private final ConcurrentMap<DownloadName, Session> sessions = new ConcurrentHashMap<>();
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
        Growth[] growth = {Growth.NONE};
        // Under the map's lock of this entry: announces of one session come one after the other.
        sessions.compute(name, (unused, session) -> {
            if (session == null) {
                return new Session(voice, statement, torrents.sizeOf(request.infoHash()));
            }
            growth[0] = session.hear(voice, statement, request.event() == Event.STARTED, maxRate);
            return session;
        });
        return growth[0];
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
        sessions.compute(name, (unused, known) -> {
            Session session = known == null ? new Session(voice, statement, torrents.sizeOf(told.infoHash())) : known;
            session.learn(voice, statement);
            return session;
        });
    }

    private static DownloadName name(InfoHash torrent, PeerId peerId, ClientKey key, IpAddress ip, Side side) {
        return DownloadName.of(torrent, peerId, key, side == Side.SEED_BOX ? ip : null);
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
        sessions.values().removeIf(session -> session.lastSeen() - before < 0);
        Set<DownloadName> boxes = sessions.keySet().stream()
                .filter(DownloadName::isOfSeedBox)
                .map(DownloadName::ofAnyBox)
                .collect(Collectors.toSet());
        boxesInV4.keySet().retainAll(boxes);
    }
}
