package seedbed.web;

import java.time.Duration;

/** Spans of time in the one unit that matters. */
final class Spoken {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spoken() {}

    /** Such as "3 minutes ago". */
    static String ago(Duration span) {
        return span.toSeconds() < 2 ? "just now" : span(span) + " ago";
    }

    /** Such as "3 minutes": never more than it is, except for less than a second. */
    static String span(Duration span) {
        long seconds = Math.max(1, span.toSeconds());
        if (seconds < 2 * MINUTE) {
            return counted(seconds, "second");
        }
        if (seconds < 2 * HOUR) {
            return counted(seconds / MINUTE, "minute");
        }
        return seconds < 2 * DAY ? counted(seconds / HOUR, "hour") : counted(seconds / DAY, "day");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
