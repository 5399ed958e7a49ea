package seedbed.savings;

import java.time.LocalDate;

/** What clients on the campus and seed boxes said to have moved on one day (UTC). */
public record DayTraffic(LocalDate date, Growth campus, Growth seedBoxes) {

    static DayTraffic none(LocalDate date) {
        return new DayTraffic(date, Growth.NONE, Growth.NONE);
    }

    DayTraffic plus(DayTraffic other) {
        return new DayTraffic(date, campus.plus(other.campus), seedBoxes.plus(other.seedBoxes));
    }

    /** Bytes that clients on the campus got, from wherever. */
    long provided() {
        return campus.downloaded();
    }

    /** At least so many bytes came over the outside link: what was sent inside cannot have fed more than the rest. */
    long importedAtLeast() {
        Growth all = campus.plus(seedBoxes);
        return Math.max(0, all.downloaded() - all.uploaded());
    }

    /** At most so many bytes came over the outside link: only what seed boxes send is known to stay inside. */
    long importedAtMost() {
        return Math.max(0, campus.plus(seedBoxes).downloaded() - seedBoxes.uploaded());
    }
}
