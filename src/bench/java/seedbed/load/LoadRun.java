package seedbed.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts the trackers side by side, measures each in turn, and writes a report. */
public final class LoadRun {

    private static final long SMALL = 1_000;
    private static final long LARGE = 1_000_000;
    /** A load average above which the machine does more than what a build leaves behind. */
    private static final double IDLE = 2;

    private final Path directory;
    private final PostgresServer postgres;
    private final Contestants contestants;
    private final Contest contest;
    private final Population small;
    private final List<Figures> figures = new ArrayList<>();

    private LoadRun(Workplace workplace) throws Exception {
        this.directory = workplace.directory("load");
        this.postgres = workplace.add(PostgresServer.start(workplace.directory("postgres")));
        this.contestants = new Contestants(workplace, postgres);
        this.contest = new Contest(directory);
        this.small = Population.of(SMALL, directory);
    }

    /** Writes the report to the file that is named. */
    public static void main(String[] arguments) throws Exception {
        String machine = machine();
        Progress.say("%s", machine);
        if (ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() > IDLE) {
            Progress.say("the machine is busy with something else: only ratios will mean anything, and those little");
        }
        Workplace workplace = new Workplace();
        Thread closing = new Thread(() -> close(workplace), "close-programs");
        Runtime.getRuntime().addShutdownHook(closing);
        String report = new LoadRun(workplace).run(machine);
        Files.writeString(Path.of(arguments[0]), report);
        System.out.println(report);
        // The hook closes all that was started.
        System.exit(0);
    }

    private static void close(Workplace workplace) {
        try {
            workplace.close();
        } catch (IOException failure) {
            System.err.println("not all was closed in order: " + failure);
        }
    }

    private static String machine() throws IOException {
        String model = Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        return String.format(
                Locale.ROOT,
                "%s, %d cores (%s), Java %s, load average %.2f at the start",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                model,
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private String run(String machine) throws Exception {
        Contest.Entry bare = new Contest.Entry(contestants.bareServlet(), small);
        Contest.Entry opentracker = new Contest.Entry(contestants.opentracker(small), small);
        Contest.Entry statement = new Contest.Entry(contestants.statementPerAnnounce(), small);
        SeedbedServer server = contestants.seedbed("small", small);
        double emptyStart = server.restart();
        Contest.Entry seedbed = new Contest.Entry(contestants.contestant(server, Contestants.SEEDBED), small);
        Progress.say("all are started, Seedbed within %.2f s", emptyStart);
        measure(Way.KEPT_ALIVE, List.of(bare, opentracker, statement, seedbed));
        measure(Way.CONNECTION_EACH, List.of(bare, opentracker, statement, seedbed));
        measure(Way.LIGHTTPD_TCP, List.of(bare, seedbed));
        measure(Way.LIGHTTPD_SOCKET, List.of(bare, seedbed));
        statement.contestant().server().close();
        opentracker.contestant().server().close();
        Ratios ratios = new Ratios(List.copyOf(figures));
        List<Reach> reached = new ArrayList<>(ratios.reached());
        LargeFigures large = withAMillion(bare, seedbed, reached, emptyStart);
        return Report.of(machine, figures, reached, large);
    }

    private LargeFigures withAMillion(Contest.Entry bare, Contest.Entry seedbed, List<Reach> reached, double emptyStart)
            throws Exception {
        Million million = new Million(contestants, postgres, directory, Population.of(LARGE, directory));
        double inserted = million.fill();
        Progress.say("all are written, %,.0f a second", inserted);
        // Those with few peers once more, so that both are measured in the same minute.
        List<Figures> both = contest.measure(Way.KEPT_ALIVE, List.of(seedbed, million.entry()));
        figures.add(both.get(1));
        reached.add(Reach.atLeast(
                "announces/s with 1,000,000 peers, to that with 1,000",
                0.9,
                both.get(1).perSecondTo(both.get(0))));
        measure(Way.CONNECTION_EACH, List.of(million.entry()));
        measure(Way.LIGHTTPD_SOCKET, List.of(million.entry()));
        double updated = million.rewrite();
        Progress.say("rewritten, %,.0f a second", updated);
        seedbed.contestant().server().close();
        bare.contestant().server().close();
        Stack stack = million.weigh();
        Progress.say("%,d MB resident in all", stack.sum() / 1_000_000);
        Outage outage = million.outage(both.get(1).perSecond());
        LargeFigures large = new LargeFigures(inserted, updated, outage, stack, emptyStart, million.restart());
        reached.addAll(large.reached());
        return large;
    }

    private void measure(Way way, List<Contest.Entry> entries) throws Exception {
        figures.addAll(contest.measure(way, entries));
    }
}
