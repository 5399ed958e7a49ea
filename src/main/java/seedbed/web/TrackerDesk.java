package seedbed.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.campus.FrontServers;
import seedbed.campus.IpAddress;
import seedbed.protocol.Refusal;
import seedbed.protocol.TrackerReply;
import seedbed.swarm.Tracker;

/** Takes what a servlet knows of a tracker request, and always has an answer for the client. */
public final class TrackerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TrackerDesk.class);

    private final Tracker tracker;
    private final FrontServers frontServers;
    private final TrackerMetrics metrics;

    public TrackerDesk(Tracker tracker, FrontServers frontServers, TrackerMetrics metrics) {
        this.tracker = tracker;
        this.frontServers = frontServers;
        this.metrics = metrics;
    }

    TrackerReply announce(@Nullable String rawQuery, RemoteEnd end) {
        long arrival = System.nanoTime();
        TrackerReply reply = guarded(() -> {
            Optional<IpAddress> client =
                    frontServers.clientOf(end.socketAddress(), end.forwardedFor(), end.overFrontSocket());
            return client.isPresent()
                    ? tracker.announce(rawQuery, client.get())
                    : tracker.refusal(Refusal.Kind.CLIENT_ADDRESS);
        });
        metrics.announced(reply, System.nanoTime() - arrival);
        return reply;
    }

    TrackerReply scrape(@Nullable String rawQuery) {
        TrackerReply reply = guarded(() -> tracker.scrape(rawQuery));
        metrics.scraped(reply);
        return reply;
    }

    /** A defect of ours is told to the client in the one form it reads, without details, and to the log with them. */
    private TrackerReply guarded(Supplier<TrackerReply> answer) {
        try {
            return answer.get();
        } catch (RuntimeException defect) {
            LOG.error("a tracker request met a defect", defect);
            return tracker.refusal(Refusal.Kind.FAULT);
        }
    }
}
