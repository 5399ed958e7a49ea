package seedbed.savings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.LongSupplier;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.InfoHash;

/**
 * Keeps count of what clients say to have moved. An announce only adds to a sum in memory; {@link #flush} carries the
 * sums into the store. Safe for threads.
 */
public final class Ledger {

    private final Campus campus;
    private final Sessions sessions;
    private final Torrents torrents;
    private final TrafficStore store;
    private final Clock clock;
    private final ConcurrentMap<Bucket, Growth> sums = new ConcurrentHashMap<>();
    private final Map<Side, Total> totals = new EnumMap<>(Side.class);

    /**
     * A ledger without any session.
     *
     * @param maxRate the most that a client can move, in bytes per second, if there is such a limit
     * @param nanos nanoseconds since any moment, never falling
     */
    public Ledger(
            Campus campus,
            Torrents torrents,
            OptionalLong maxRate,
            TrafficStore store,
            Clock clock,
            LongSupplier nanos) {
        this.campus = campus;
        this.sessions = new Sessions(torrents, maxRate, clock, nanos);
        this.torrents = torrents;
        this.store = store;
        this.clock = clock;
        for (Side side : Side.values()) {
            totals.put(side, new Total());
        }
    }

    /** Nearly every announce adds to one of few, and must not wait for another that does. */
    private static final class Total {
        private final LongAccumulator downloaded = new LongAccumulator(Growth::sum, 0);
        private final LongAccumulator uploaded = new LongAccumulator(Growth::sum, 0);

        void add(Growth growth) {
            downloaded.accumulate(growth.downloaded());
            uploaded.accumulate(growth.uploaded());
        }

        Growth get() {
            return new Growth(downloaded.get(), uploaded.get());
        }
    }

    private record Bucket(InfoHash torrent, Instant hour, Side side) {}

    /** Takes what an announce says. */
    public void record(AnnounceRequest request, IpAddress client) {
        Side.of(client, campus).ifPresent(side -> {
            Growth growth = sessions.hear(request, client, side);
            if (!growth.isNone()) {
                Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
                InfoHash torrent = torrents.torrentOf(request.infoHash());
                sums.merge(new Bucket(torrent, hour, side), growth, Growth::plus);
                total(side).add(growth);
            }
        });
    }

    /**
     * Goes on with a download that another tracker of this mirror, or an earlier run of this one, heard of and counted,
     * unless its client announced here since.
     */
    public void learn(ToldElsewhere told) {
        Side.of(told.client(), campus).ifPresent(side -> sessions.learn(told, side));
    }

    /** Forgets sessions that said nothing for so long; what they moved stays counted. */
    public void expire(Duration silence) {
        sessions.expire(silence);
    }

    /** What was counted on a side since this was built. */
    public Growth counted(Side side) {
        return total(side).get();
    }

    private Total total(Side side) {
        return Objects.requireNonNull(totals.get(side));
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
                traffic.add(new Traffic(bucket.torrent(), bucket.hour(), bucket.side(), growth));
            }
        }
        return traffic;
    }

    /**
     * Keeps of what is older than this only the sums of days.
     *
     * @throws TrafficUnavailable if the store is away; nothing is lost, call again
     */
    public void rollUp(Duration age) {
        // Whole days: half a day rolled up would be a row that says less than it seems to.
        store.rollUp(clock.instant().minus(age).truncatedTo(ChronoUnit.DAYS));
    }

    /**
     * The savings of the last days, today included (UTC), with all that was counted up to now.
     *
     * @param only one torrent, by any of its hashes; all if there is none
     * @throws TrafficUnavailable if the store is away
     */
    public Savings savings(int days, Optional<InfoHash> only) {
        flush();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minusDays(days - 1L);
        List<DayTraffic> traffic = only.map(hash -> store.daily(from, today, Set.of(torrents.torrentOf(hash))))
                .orElseGet(() -> store.daily(from, today));
        return Savings.of(from, today, traffic);
    }
}
