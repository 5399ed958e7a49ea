package seedbed.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.content.Commit;
import seedbed.content.Problem;
import seedbed.release.Progress;
import seedbed.release.PublicationOptions;
import seedbed.release.PublicationReport;

/** One run, from the moment it is asked for. Driven by the desk's worker, read by anybody. */
public final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    /** What a run does. It fails by its report, not by throwing. */
    @FunctionalInterface
    interface Work {
        PublicationReport perform(Progress progress);
    }

    private final String id;
    private final String trigger;
    private final Object purpose;
    private final PublicationOptions options;
    private final Work work;
    private final Clock clock;
    private final CompletableFuture<RunReport> end = new CompletableFuture<>();

    private RunState state = RunState.QUEUED;
    private @Nullable Instant started;
    private @Nullable Instant finished;
    private int done;
    private int total;
    private @Nullable PublicationReport outcome;
    private List<Problem> defects = List.of();
    private final List<RunReport.Line> log = new ArrayList<>();

    /** @param purpose equal for runs that would do the same */
    Run(String id, String trigger, Object purpose, Work work, Clock clock) {
        this.id = id;
        this.trigger = trigger;
        this.purpose = purpose;
        this.options = purpose instanceof PublicationOptions publication ? publication : PublicationOptions.NORMAL;
        this.work = work;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    /** Waits for the end, and says how it ended. */
    public RunReport await() {
        return end.join();
    }

    synchronized boolean waitsFor(Object samePurpose) {
        return state == RunState.QUEUED && purpose.equals(samePurpose);
    }

    /** Does the work. A defect of the program fails the run instead of the thread. */
    RunReport perform() {
        begin();
        try {
            finish(work.perform(new Teller()));
        } catch (RuntimeException | Error defect) {
            LOG.error("regeneration {} met a defect", id, defect);
            fail();
        }
        end.complete(report());
        return report();
    }

    private synchronized void begin() {
        state = RunState.RUNNING;
        started = clock.instant();
        say("started, asked for by " + trigger);
    }

    private synchronized void progress(int doneSoFar, int inAll) {
        done = doneSoFar;
        total = inAll;
    }

    private synchronized void say(String line) {
        log.add(new RunReport.Line(clock.instant().toString(), line));
    }

    private final class Teller implements Progress {
        @Override
        public void report(int doneSoFar, int inAll) {
            progress(doneSoFar, inAll);
        }

        @Override
        public void say(String line) {
            Run.this.say(line);
        }
    }

    private synchronized void finish(PublicationReport report) {
        outcome = report;
        state = RunState.of(report.state());
        finished = clock.instant();
        say(state.word());
    }

    private synchronized void fail() {
        defects = List.of(Problem.error(".", "internal error; the log of the server has the details"));
        state = RunState.FAILED;
        finished = clock.instant();
        say("met a defect");
    }

    /** What is known at this moment. */
    public synchronized RunReport report() {
        List<Problem> problems = new ArrayList<>(outcome == null ? List.of() : outcome.problems());
        problems.addAll(defects);
        return new RunReport(
                id,
                state.word(),
                trigger,
                outcome == null ? null : outcome.commit().map(Commit::id).orElse(null),
                text(started),
                text(finished),
                new RunReport.Progress(done, total),
                outcome == null ? RunReport.Counts.NONE : RunReport.Counts.of(outcome.counts()),
                problems.stream().map(RunReport.Complaint::of).toList(),
                options.dryRun() && outcome != null ? RunReport.Differences.of(outcome.differences()) : null,
                new RunReport.Order(options.dryRun(), options.force(), outcome != null && outcome.wantsForce()),
                log);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
