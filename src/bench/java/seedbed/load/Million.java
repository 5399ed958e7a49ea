package seedbed.load;

import java.nio.file.Path;
import java.time.Duration;

/** A Seedbed with a million peers: filled through announces, written down, cut off from its database, and weighed. */
final class Million {

    private static final String DATABASE = "large";
    private static final Duration SLICE = Duration.ofSeconds(8);
    private static final Duration HALF_LOAD = Duration.ofSeconds(12);
    private static final Duration SUSTAINED = Duration.ofSeconds(20);

    private final PostgresServer postgres;
    private final Path directory;
    private final Population population;
    private final SeedbedServer server;
    private final Contestant contestant;
    private final Written written;

    /** @param directory for the logs of wrk */
    Million(Contestants contestants, PostgresServer postgres, Path directory, Population population) throws Exception {
        this.postgres = postgres;
        this.directory = directory;
        this.population = population;
        this.server = contestants.seedbed(DATABASE, population);
        this.contestant = contestants.contestant(server, Contestants.SEEDBED);
        this.written = new Written(postgres, DATABASE);
    }

    Contest.Entry entry() {
        return new Contest.Entry(contestant, population);
    }

    /** Has each peer announce once; the rows written a second, until the last one was. */
    double fill() throws Exception {
        long start = System.nanoTime();
        long announced = 0;
        while (announced < population.peers()) {
            announced += walk(announced, population.peers() - announced, SLICE).walked();
            Progress.say("%,d of %,d peers have announced", announced, population.peers());
        }
        written.awaitRows(population.peers());
        return perSecond(population.peers(), start);
    }

    /** Has peers announce again, as fast as it goes; the rows written a second, until the last one was. */
    double rewrite() throws Exception {
        long since = written.now();
        long start = System.nanoTime();
        long rows = Math.min(walk(0, population.peers(), SUSTAINED).walked(), population.peers());
        written.awaitSince(since, rows);
        return perSecond(rows, start);
    }

    /** @param full announces a second that it answers when it has nothing else to do */
    Outage outage(double full) throws Exception {
        Load half = Load.drawing(population, HALF_LOAD).atRate(full / 2);
        long before = written.rows();
        long newcomers = population.peers();
        Served calm = half.walking(newcomers, newcomers).on(port(), directory);
        written.awaitRows(before + calm.walked());
        long between = written.rows();
        Served stopped;
        postgres.program().signal("STOP");
        try {
            stopped = half.walking(2 * newcomers, newcomers).on(port(), directory);
        } finally {
            postgres.program().signal("CONT");
        }
        long start = System.nanoTime();
        written.awaitRows(between + stopped.walked());
        double caughtUp = perSecond(stopped.walked(), start);
        return new Outage(calm, stopped, calm.walked() + stopped.walked(), written.rows() - before, caughtUp);
    }

    /** The seconds from a start until announces are answered, with all of that in the database. */
    double restart() throws Exception {
        return server.restart();
    }

    /** As it stands, without having it tidy up first. */
    Stack weigh() throws Exception {
        Stack before = new Stack(
                Consumption.proportionalBytes(server.program()),
                0,
                Consumption.proportionalBytes(postgres.program()),
                Consumption.proportionalBytes(
                        contestant.front(Way.LIGHTTPD_SOCKET).program()));
        return before.withLive(server.liveBytes());
    }

    private Served walk(long from, long count, Duration duration) throws Exception {
        return Load.drawing(population, duration).walking(from, count).on(port(), directory);
    }

    private int port() {
        return contestant.port(Way.KEPT_ALIVE);
    }

    private static double perSecond(long rows, long startNanos) {
        return rows * 1e9 / (System.nanoTime() - startNanos);
    }
}
