package seedbed.savings;

import java.time.LocalDate;

/** What one source counted on one day (UTC). */
public record LinkDay(String source, LocalDate date, LinkGrowth growth) {}
