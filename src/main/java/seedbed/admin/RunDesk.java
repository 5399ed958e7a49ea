package seedbed.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.release.PublicationOptions;
import seedbed.release.Publisher;

/** Takes requests for a regeneration and has them done one at a time, in order. Thread-safe. */
public final class RunDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);
    private static final int REMEMBERED = 100;

    private final Publisher publisher;
    private final RunLog log;
    private final Executor worker;
    private final Clock clock;
    private final RandomGenerator random;
    /** Newest first. */
    private final Deque<Run> runs = new ArrayDeque<>();

    /**
     * @param log keeps reports beyond the life of this process
     * @param worker does one thing at a time
     */
    public RunDesk(Publisher publisher, RunLog log, Executor worker, Clock clock, RandomGenerator random) {
        this.publisher = publisher;
        this.log = log;
        this.worker = worker;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A run that will begin after this call. Requests coalesce: where an equal one still waits for its turn, that one is
     * returned, for it will see the content as it is then.
     */
    public Run regenerate(String trigger, PublicationOptions options) {
        return enqueue(trigger, options, progress -> publisher.publish(options, progress));
    }

    /** A run that makes a kept release current again. */
    public Run activate(String release) {
        return enqueue("activate " + release, release, progress -> publisher.activate(release));
    }

    /** The run with this id, whichever process did it. */
    public Optional<RunReport> find(String id) {
        return remembered().stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .or(() -> log.find(id));
    }

    /** The latest runs, newest first: those of this process, and after them what the log adds. */
    public List<RunReport> recent() {
        List<RunReport> recent = new ArrayList<>(remembered());
        List<String> known = recent.stream().map(RunReport::id).toList();
        log.recent(REMEMBERED).stream()
                .filter(report -> !known.contains(report.id()))
                .forEach(recent::add);
        // Ids begin with the time.
        recent.sort((a, b) -> b.id().compareTo(a.id()));
        return recent.subList(0, Math.min(recent.size(), REMEMBERED));
    }

    private synchronized List<RunReport> remembered() {
        return runs.stream().map(Run::report).toList();
    }

    private synchronized Run enqueue(String trigger, Object purpose, Run.Work work) {
        Optional<Run> waiting =
                runs.stream().filter(run -> run.waitsFor(purpose)).findFirst();
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Run run = new Run(newId(), trigger, purpose, work, clock);
        runs.addFirst(run);
        if (runs.size() > REMEMBERED) {
            runs.removeLast();
        }
        worker.execute(() -> perform(run));
        return run;
    }

    private String newId() {
        return ID_TIME.format(Instant.now(clock)) + String.format("-%04x", random.nextInt(1 << 16));
    }

    private void perform(Run run) {
        RunReport report = run.perform();
        LOG.info(
                "regeneration {} {}: {} torrents, {} pages, {} problems",
                report.id(),
                report.state(),
                report.counts().torrents(),
                report.counts().pages(),
                report.problems().size());
        log.save(report);
        publisher.tidy();
    }
}
