package seedbed.simulation;

/** A way to choose peers. */
enum Rival {
    RANDOM("random, as other trackers do", false),
    ONE_FROM_OUTSIDE("k = 1: one from outside for each", false),
    OURS("ours", false),
    OURS_THRIFTY("ours, one gateway, nobody from outside beside a seed", false),
    OURS_WITH_BOX("ours with an origin box", true);

    private final String title;
    private final boolean withBox;

    Rival(String title, boolean withBox) {
        this.title = title;
        this.withBox = withBox;
    }

    String title() {
        return title;
    }

    Outcome run(Scenario scenario, long seed) {
        int images = scenario.images().size();
        PeerSource tracker = switch (this) {
            case RANDOM -> RealTracker.ofTheWorld(images, seed);
            case ONE_FROM_OUTSIDE -> new OneFromOutside(seed);
            case OURS, OURS_WITH_BOX -> RealTracker.ofTheCampus(RealTracker.SHIPPED, images, seed);
            case OURS_THRIFTY -> RealTracker.ofTheCampus(RealTracker.THRIFTY, images, seed);
        };
        return new Simulation(scenario, tracker, withBox, seed).run();
    }
}
