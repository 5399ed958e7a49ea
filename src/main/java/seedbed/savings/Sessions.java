package seedbed.savings;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    private final ConcurrentMap<Name, Session> sessions = new ConcurrentHashMap<>();
    private final ConcurrentMap<Client, Boolean> boxesInV4 = new ConcurrentHashMap<>();

    Sessions(Torrents torrents, OptionalLong maxRate, Clock clock, LongSupplier nanos) {
        this.torrents = torrents;
        this.maxRate = maxRate;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Who downloads a torrent, as far as it can prove. */
    private record Client(InfoHash torrent, PeerId peerId, ClientKey key) {}

    /**
     * A download. The client's address is no part of it, because a client announces over both address families; but seed
     * boxes are cloned with their id and key, and each counts for itself.
     */
    private record Name(Client client, Optional<IpAddress> seedBox) {}

    /** By how much the announce makes the counters of its session grow. */
    Growth hear(AnnounceRequest request, IpAddress ip, Side side) {
        Client client = client(request.infoHash(), request.peerId(), request.key());
        if (!isCounted(client, ip, side)) {
            return Growth.NONE;
        }
        Voice voice = new Voice(request.infoHash(), ip.isV4());
        Statement statement =
                new Statement(request.downloaded(), request.uploaded(), request.left(), nanos.getAsLong());
        Growth[] growth = {Growth.NONE};
        // Under the map's lock of this entry: announces of one session come one after the other.
        sessions.compute(name(client, ip, side), (unused, session) -> {
            if (session == null) {
                return new Session(voice, statement, torrents.sizeOf(request.infoHash()));
            }
            growth[0] = session.hear(voice, statement, request.event() == Event.STARTED, maxRate);
            return session;
        });
        return growth[0];
    }

    void learn(ToldElsewhere told, Side side) {
        Client client = client(told.infoHash(), told.peerId(), told.key());
        if (!isCounted(client, told.client(), side)) {
            return;
        }
        Voice voice = new Voice(told.infoHash(), told.client().isV4());
        Duration ago = Duration.between(told.at(), clock.instant());
        long heard = nanos.getAsLong() - Math.max(0, ago.toNanos());
        Statement statement = new Statement(told.downloaded(), told.uploaded(), told.left(), heard);
        sessions.compute(name(client, told.client(), side), (unused, known) -> {
            Session session = known == null ? new Session(voice, statement, torrents.sizeOf(told.infoHash())) : known;
            session.learn(voice, statement);
            return session;
        });
    }

    private Client client(InfoHash infoHash, PeerId peerId, ClientKey key) {
        return new Client(torrents.torrentOf(infoHash), peerId, key);
    }

    private static Name name(Client client, IpAddress ip, Side side) {
        return new Name(client, side == Side.SEED_BOX ? Optional.of(ip) : Optional.empty());
    }

    /**
     * Of cloned seed boxes nobody can tell which address of one family belongs to which of the other, so they are counted
     * over the family that was heard first.
     */
    private boolean isCounted(Client client, IpAddress ip, Side side) {
        return side == Side.CAMPUS || ip.isV4() == boxesInV4.computeIfAbsent(client, unused -> ip.isV4());
    }

    void expire(Duration silence) {
        long before = nanos.getAsLong() - silence.toNanos();
        sessions.values().removeIf(session -> session.lastSeen() - before < 0);
        Set<Client> boxes = sessions.keySet().stream()
                .filter(name -> name.seedBox().isPresent())
                .map(Name::client)
                .collect(Collectors.toSet());
        boxesInV4.keySet().retainAll(boxes);
    }
}
