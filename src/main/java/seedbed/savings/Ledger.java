package seedbed.savings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.savings.Session.Statement;

/**
 * Keeps count of what clients say to have moved. An announce only adds to a sum in memory; {@link #flush} carries the
 * sums into the store. Safe for threads.
 */
public final class Ledger {

    private final Campus campus;
    private final Function<InfoHash, OptionalLong> sizes;
    private final OptionalLong maxRate;
    private final TrafficStore store;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ConcurrentMap<SessionName, Session> sessions = new ConcurrentHashMap<>();
    private final ConcurrentMap<Bucket, Growth> sums = new ConcurrentHashMap<>();

    /**
     * A ledger without any session.
     *
     * @param sizes of torrents in bytes, where they are known
     * @param maxRate the most that a client can send, in bytes per second, if there is such a limit
     * @param nanos nanoseconds since any moment, never falling
     */
    public Ledger(
            Campus campus,
            Function<InfoHash, OptionalLong> sizes,
            OptionalLong maxRate,
            TrafficStore store,
            Clock clock,
            LongSupplier nanos) {
        this.campus = campus;
        this.sizes = sizes;
        this.maxRate = maxRate;
        this.store = store;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * A download by a client. Its address is no part of it, because a client with addresses in both families announces
     * twice with the same counters; but seed boxes are cloned with their id and key, and each counts for itself.
     */
    private record SessionName(InfoHash infoHash, PeerId peerId, ClientKey key, Optional<IpAddress> seedBox) {}

    private record Bucket(InfoHash infoHash, Instant hour, Side side) {}

    /** Takes what an announce says. */
    public void record(AnnounceRequest request, IpAddress client) {
        Optional<Side> side = Side.of(client, campus);
        if (side.isEmpty()) {
            return;
        }
        Statement statement =
                new Statement(request.downloaded(), request.uploaded(), request.left(), nanos.getAsLong());
        Growth growth = advance(
                name(request.infoHash(), request.peerId(), request.key(), client, side.get()),
                statement,
                request.event());
        if (!growth.isNone()) {
            Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
            sums.merge(new Bucket(request.infoHash(), hour, side.get()), growth, Growth::plus);
        }
    }

    private static SessionName name(InfoHash infoHash, PeerId peerId, ClientKey key, IpAddress client, Side side) {
        Optional<IpAddress> seedBox = side == Side.SEED_BOX ? Optional.of(client) : Optional.empty();
        return new SessionName(infoHash, peerId, key, seedBox);
    }

    private Growth advance(SessionName name, Statement statement, Event event) {
        Growth[] growth = {Growth.NONE};
        // Under the map's lock of this entry: announces of one session come one after the other.
        sessions.compute(name, (unused, session) -> {
            if (session == null) {
                return new Session(statement, sizes.apply(name.infoHash()));
            }
            if (event == Event.STARTED) {
                session.restart(statement);
            } else {
                growth[0] = session.advance(statement, maxRate);
            }
            return session;
        });
        return growth[0];
    }

    /**
     * Goes on with a download that an earlier run of the tracker knew, unless its client announced since.
     *
     * @param downloaded bytes, as the client last said; likewise {@code uploaded} and {@code left}
     */
    public void restore(
            InfoHash infoHash,
            PeerId peerId,
            ClientKey key,
            IpAddress client,
            long downloaded,
            long uploaded,
            long left) {
        Side.of(client, campus).ifPresent(side -> {
            Statement statement = new Statement(downloaded, uploaded, left, nanos.getAsLong());
            sessions.putIfAbsent(
                    name(infoHash, peerId, key, client, side), new Session(statement, sizes.apply(infoHash)));
        });
    }

    /** Forgets sessions that said nothing for so long; what they moved stays counted. */
    public void expire(Duration silence) {
        long before = nanos.getAsLong() - silence.toNanos();
        sessions.values().removeIf(session -> session.lastSeen() - before < 0);
    }

    /**
     * Carries what was counted since the last call that succeeded into the store.
     *
     * @throws TrafficUnavailable if it is away; nothing is lost, call again
     */
    public synchronized void flush() {
        List<Traffic> traffic = drain();
        if (traffic.isEmpty()) {
            return;
        }
        boolean added = false;
        try {
            store.add(traffic);
            added = true;
        } finally {
            if (!added) {
                traffic.forEach(entry -> sums.merge(
                        new Bucket(entry.infoHash(), entry.hour(), entry.side()), entry.growth(), Growth::plus));
            }
        }
    }

    private List<Traffic> drain() {
        List<Traffic> traffic = new ArrayList<>();
        for (Bucket bucket : sums.keySet()) {
            Growth growth = sums.remove(bucket);
            if (growth != null) {
                traffic.add(new Traffic(bucket.infoHash(), bucket.hour(), bucket.side(), growth));
            }
        }
        return traffic;
    }

    /**
     * The savings of the last days, today included (UTC), with all that was counted up to now.
     *
     * @throws TrafficUnavailable if the store is away
     */
    public Savings savings(int days) {
        flush();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minusDays(days - 1L);
        return Savings.of(from, today, store.daily(from, today));
    }
}
