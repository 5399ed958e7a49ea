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
     * HAProxy at 127.0.0.9, which names the client ahead of its request: to lighttpd that is who asks.
     */
    private static final String BEHIND_HAPROXY = """
            server.modules += ( "mod_extforward" )
            extforward.forwarder = ( "127.0.0.9" => "trust" )
            extforward.hap-PROXY = "enable"
            """;

    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    private static RunningMirror mirror;

    @BeforeAll
    static void startTheMirror() throws Exception {
        String content = BENCH.directory("content").toString();
        Map<String, String> settings = Map.of("content.dir", content, "campus.seedboxes", "192.0.2.0/28");
        mirror = RunningMirror.start(BENCH, settings, Loopback.IPV4, BEHIND_HAPROXY);
    }

    @Override
    protected TrackerUnderTest tracker() {
        return new FrontTracker(mirror);
    }
}
