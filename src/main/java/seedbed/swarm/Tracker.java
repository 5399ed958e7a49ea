package seedbed.swarm;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceParser;
import seedbed.protocol.AnnounceReply;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerList;
import seedbed.protocol.Refusal;
import seedbed.protocol.RefusedException;
import seedbed.protocol.ScrapeParser;
import seedbed.protocol.ScrapeReply;
import seedbed.protocol.SwarmCounts;
import seedbed.protocol.TrackerReply;

/** Answers announces and scrapes from memory. Safe for threads; never waits for anything but one swarm's lock. */
public final class Tracker {

    /** Seconds after which clients come back while the whitelist is not there yet. */
    private static final int STARTING_INTERVAL = 60;

    private static final int STARTING_MIN_INTERVAL = 30;

    /** Intervals are spread so that clients that came together, after an outage say, do not come together again. */
    private static final double SPREAD = 0.1;

    private final TrackerSettings settings;
    private final Whitelist whitelist;
    private final Swarms swarms;
    private final Supplier<? extends RandomGenerator> random;
    private final AnnounceObserver observer;
    private final AnnounceParser announces;
    private final ScrapeParser scrapes;
    private final Map<Refusal.Kind, Refusal> refusals = new EnumMap<>(Refusal.Kind.class);

    /**
     * A tracker for the torrents of a whitelist.
     *
     * @param random gives a generator that the calling thread may use
     */
    public Tracker(
            TrackerSettings settings,
            Whitelist whitelist,
            Swarms swarms,
            Supplier<? extends RandomGenerator> random,
            AnnounceObserver observer) {
        this.settings = settings;
        this.whitelist = whitelist;
        this.swarms = swarms;
        this.random = random;
        this.observer = observer;
        this.announces = new AnnounceParser(settings.numwant(), settings.maxNumwant(), whitelist::contains);
        this.scrapes = new ScrapeParser(whitelist::contains);
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            refusals.put(kind, newRefusal(kind));
        }
    }

    private Refusal newRefusal(Refusal.Kind kind) {
        return kind == Refusal.Kind.STARTING
                ? new Refusal(kind, STARTING_INTERVAL, STARTING_MIN_INTERVAL)
                : new Refusal(kind, settings.intervalSeconds(), settings.minIntervalSeconds());
    }

    /**
     * The answer to an announce.
     *
     * @param rawQuery what follows the question mark, not decoded, a byte a character; null if there is none
     * @param client where it came from
     */
    public TrackerReply announce(@Nullable String rawQuery, IpAddress client) {
        try {
            AnnounceRequest request = announces.parse(rawQuery);
            return request.event() == Event.STOPPED ? stop(request, client) : join(request, client);
        } catch (RefusedException e) {
            return refusal(e.kind());
        }
    }

    /** The answer to a scrape; {@code rawQuery} as in {@link #announce}. */
    public TrackerReply scrape(@Nullable String rawQuery) {
        try {
            requireLoaded();
            Map<InfoHash, SwarmCounts> files = new HashMap<>();
            for (InfoHash infoHash : scrapes.parse(rawQuery).infoHashes()) {
                files.put(infoHash, countsIfListed(infoHash));
            }
            return new ScrapeReply(files);
        } catch (RefusedException e) {
            return refusal(e.kind());
        }
    }

    /** The refusal of a kind, for what goes wrong before or around an announce. */
    public Refusal refusal(Refusal.Kind kind) {
        return Objects.requireNonNull(refusals.get(kind));
    }

    /** Succeeds whatever the torrent and the client: clients repeat it until it does. */
    private TrackerReply stop(AnnounceRequest request, IpAddress client) {
        swarms.stop(request, client);
        if (whitelist.contains(request.infoHash())) {
            observer.announced(request, client);
        }
        return reply(client, new Swarms.View(new PeerList(request.form()), countsIfListed(request.infoHash())));
    }

    private TrackerReply join(AnnounceRequest request, IpAddress client) throws RefusedException {
        requireLoaded();
        if (!whitelist.contains(request.infoHash())) {
            throw new RefusedException(Refusal.Kind.NOT_LISTED);
        }
        Optional<Swarms.View> view = swarms.announce(request, client, random.get());
        if (view.isEmpty()) {
            throw new RefusedException(Refusal.Kind.TOO_MANY_PEERS);
        }
        observer.announced(request, client);
        return reply(client, view.get());
    }

    private AnnounceReply reply(IpAddress client, Swarms.View view) {
        return new AnnounceReply(view.counts(), client, spreadInterval(), settings.minIntervalSeconds(), view.peers());
    }

    private int spreadInterval() {
        double factor = 1 + SPREAD * (2 * random.get().nextDouble() - 1);
        return Math.max(settings.minIntervalSeconds(), (int) Math.round(settings.intervalSeconds() * factor));
    }

    private void requireLoaded() throws RefusedException {
        if (!whitelist.isLoaded()) {
            throw new RefusedException(Refusal.Kind.STARTING);
        }
    }

    private SwarmCounts countsIfListed(InfoHash infoHash) {
        return whitelist.contains(infoHash) ? swarms.counts(infoHash) : SwarmCounts.NONE;
    }
}
