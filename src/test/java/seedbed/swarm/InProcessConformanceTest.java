package seedbed.swarm;

/** The conformance suite against plain objects. */
final class InProcessConformanceTest extends TrackerConformance {

    private final InProcessTracker tracker = InProcessTracker.started();

    @Override
    protected TrackerUnderTest tracker() {
        return tracker;
    }
}
