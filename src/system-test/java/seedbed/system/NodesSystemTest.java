package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three trackers on one PostgreSQL, behind one lighttpd that deals announces out in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class NodesSystemTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final Workbench bench = new Workbench();

    private final List<TrackerNode> nodes = new ArrayList<>();
    private PostgresServer postgres;
    private Http front;

    @BeforeAll
    void startAll() throws Exception {
        postgres = PostgresServer.create(bench).start();
        for (String name : List.of("one", "two", "three")) {
            nodes.add(TrackerNode.start(bench, postgres, bench.directory(name)));
        }
        int port = Workbench.freePort();
        bench.add(Lighttpd.start(
                bench.directory("lighttpd"),
                port,
                Lighttpd.leastConfiguration(),
                bench.path("one/var/publish"),
                List.of(Backend.socket(bench.path("none.socket"))),
                balanced()));
        front = Http.to(port).from(5);
    }

    /** As the comment in our configuration has it. */
    private String balanced() {
        String hosts = nodes.stream()
                .map(node -> "( \"host\" => \"127.0.0.1\", \"port\" => "
                        + node.process().port() + " )")
                .collect(Collectors.joining(", "));
        return """
                $HTTP["url"] =~ "^/(announce|scrape)$" {
                  proxy.balance = "round-robin"
                  proxy.server  = ( "" => ( %s ) )
                }
                """.formatted(hosts);
    }

    @Test
    @Order(1)
    @DisplayName("a torrent that is listed at one node is served by all at once")
    void whitelist() throws Exception {
        nodes.get(0).list();

        Eventually.within(Duration.ofSeconds(2), () -> {
            for (TrackerNode node : nodes) {
                node.assertLists();
            }
        });
    }

    @Test
    @Order(2)
    @DisplayName("within five seconds every node knows the peers of the others, and who of them stopped")
    void peers() throws Exception {
        for (int port = 100; port < 130; port++) {
            assertThat(AnnounceLoad.isAnswered(front, port, "started")).isTrue();
        }
        Eventually.within(SOON, () -> assertAllKnow(30));

        for (int port = 100; port < 130; port++) {
            assertThat(AnnounceLoad.isAnswered(front, port, "stopped")).isTrue();
        }
        Eventually.within(SOON, () -> assertAllKnow(0));
        assertThat(postgres.peers()).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("a node that is killed takes at most the announces of two seconds with it")
    void killed() throws Exception {
        AnnounceLoad load = AnnounceLoad.on(front);
        Eventually.within(PATIENCE, () -> assertThat(postgres.peers()).hasSizeGreaterThan(500));
        long killed = System.nanoTime();
        nodes.remove(1).process().kill();
        Eventually.within(
                PATIENCE,
                () -> assertThat(load.announced())
                        .hasSizeGreaterThan(load.announcedBefore(killed).size() + 500));
        load.close();

        // Those that were on their way to it when it died; lighttpd tries another node only before it has sent a
        // request.
        assertThat(load.failures()).isLessThanOrEqualTo(AnnounceLoad.threads());
        long before = killed - Duration.ofSeconds(2).toNanos();
        Set<Integer> sure = load.announcedBefore(before);
        Eventually.within(SOON, () -> assertThat(postgres.peers()).containsAll(sure));
        Set<Integer> lost = load.announced();
        Eventually.within(SOON, () -> assertAllKnow(postgres.peers().size()));

        lost.removeAll(postgres.peers());
        lost.forEach(port -> assertThat(load.announce(port)).isTrue());
        Eventually.within(SOON, () -> assertAllKnow(load.announced().size()));
    }

    private void assertAllKnow(int seeds) throws Exception {
        for (TrackerNode node : nodes) {
            node.assertSeeds(seeds);
        }
    }
}
