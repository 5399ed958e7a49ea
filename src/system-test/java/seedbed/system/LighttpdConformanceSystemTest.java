package seedbed.system;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.swarm.TrackerConformance;
import seedbed.swarm.TrackerUnderTest;

@DisplayName("the tracker behind lighttpd, over its Unix socket")
@Timeout(60)
final class LighttpdConformanceSystemTest extends TrackerConformance {

    /**
     * Our include drops what a client says of its address. To be clients from everywhere the tests take the place of a
     * front server that this lighttpd trusts: then the address that they name is its client's, and passed on as such.
     */
    private static final String BEHIND_ANOTHER_FRONT = """
            server.modules += ( "mod_extforward" )
            extforward.forwarder = ( "127.0.0.1" => "trust" )
            """;

    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    private static RunningMirror mirror;

    @BeforeAll
    static void startTheMirror() throws Exception {
        String content = BENCH.directory("content").toString();
        Map<String, String> settings = Map.of("content.dir", content, "campus.seedboxes", "192.0.2.0/28");
        mirror = RunningMirror.start(BENCH, settings, Loopback.IPV4, BEHIND_ANOTHER_FRONT);
    }

    @Override
    protected TrackerUnderTest tracker() {
        return new FrontTracker(mirror);
    }
}
