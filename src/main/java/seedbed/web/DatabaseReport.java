package seedbed.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What the console says of the database, from what is known without asking it: nobody waits for one that is away. */
public final class DatabaseReport {

    /** It is asked every five seconds. */
    private static final Duration SILENT = Duration.ofSeconds(12);

    private final Supplier<Optional<Instant>> heard;
    private final IntSupplier backlog;
    private final Clock clock;

    /**
     * @param heard when it last answered
     * @param backlog how many peers wait to be written
     */
    public DatabaseReport(Supplier<Optional<Instant>> heard, IntSupplier backlog, Clock clock) {
        this.heard = heard;
        this.backlog = backlog;
        this.clock = clock;
    }

    ConsoleView.DatabaseState state() {
        Instant now = clock.instant();
        Optional<Instant> last = heard.get();
        return new ConsoleView.DatabaseState(
                last.filter(time -> time.plus(SILENT).isAfter(now)).isPresent(),
                last.map(time -> ConsoleView.Moment.of(time, now)).orElse(null),
                backlog.getAsInt());
    }
}
