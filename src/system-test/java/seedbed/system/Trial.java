package seedbed.system;

/**
 * One way in which a crowd of students gets an image.
 *
 * @param box whether a machine of the campus has the image already
 */
record Trial(Trackers trackers, boolean box, Joining joining) {

    /** What the torrents name. */
    enum Trackers {
        PLAIN("a plain tracker"),
        OURS("ours alone"),
        BOTH("ours and the plain one"),
        THRIFTY("ours alone, set to spare the link");

        private final String title;

        Trackers(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        boolean isOursAlone() {
            return this == OURS || this == THRIFTY;
        }
    }

    /** When students come. */
    enum Joining {
        AT_ONCE("at once", 0),
        ONE_BY_ONE("one every 2 s", 2);

        private final String title;
        private final int pause;

        Joining(String title, int pause) {
            this.title = title;
            this.pause = pause;
        }

        String title() {
            return title;
        }

        /** Seconds between one and the next. */
        int pause() {
            return pause;
        }
    }

    /** For files and torrents. */
    String name() {
        return (trackers + (box ? "-box-" : "-") + joining).toLowerCase(java.util.Locale.ROOT);
    }
}
