package seedbed.launch;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import seedbed.swarm.TrackerConformance;
import seedbed.swarm.TrackerUnderTest;

@DisplayName("the tracker of serve, over HTTP")
final class ServeConformanceIT extends TrackerConformance {

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;

    @BeforeAll
    static void start() throws Exception {
        mirror = RunningMirror.in(folder);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @Override
    protected TrackerUnderTest tracker() {
        return mirror.tracker();
    }
}
