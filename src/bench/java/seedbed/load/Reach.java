package seedbed.load;

import java.util.Locale;

/**
 * What is to be reached, and what was.
 *
 * @param atMost whether less is better
 * @param reach the bound, in the same unit as what is here
 */
record Reach(String what, boolean atMost, double reach, double here) {

    static Reach atLeast(String what, double reach, double here) {
        return new Reach(what, false, reach, here);
    }

    static Reach atMost(String what, double reach, double here) {
        return new Reach(what, true, reach, here);
    }

    boolean isReached() {
        return atMost ? here <= reach : here >= reach;
    }

    /** A line of the report. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s | %s |%n",
                what,
                atMost ? "≤" : "≥",
                number(reach),
                number(here),
                isReached() ? "reached" : "**not reached**");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
