package seedbed.load;

/** How announces reach a tracker. */
enum Way {
    KEPT_ALIVE("kept-alive"),
    CONNECTION_EACH("connection each"),
    LIGHTTPD_TCP("lighttpd, TCP"),
    LIGHTTPD_SOCKET("lighttpd, socket");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** Whether no front server is between. */
    boolean isDirect() {
        return this == KEPT_ALIVE || this == CONNECTION_EACH;
    }

    String title() {
        return title;
    }
}
