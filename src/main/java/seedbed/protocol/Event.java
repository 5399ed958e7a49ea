package seedbed.protocol;

import java.util.Locale;

/** The {@code event} of an announce (BEP 3, BEP 21). */
public enum Event {
    /** A regular announce, or an event nobody knows. */
    NONE,
    STARTED,
    STOPPED,
    COMPLETED,
    /** Sent in every announce of a partial seed: it has what it wants, but not everything. */
    PAUSED;

    /** The event of that name in any case; {@link #NONE} for every other text. */
    public static Event named(String name) {
        // ROOT: in a Turkish locale "paused" and its capitals are fine, but others would not be.
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "started" -> STARTED;
            case "stopped" -> STOPPED;
            case "completed" -> COMPLETED;
            case "paused" -> PAUSED;
            default -> NONE;
        };
    }
}
