package seedbed.release;

import java.time.Clock;
import java.util.function.Consumer;

/** What every publication of a publisher works with. */
record Workplace(
        ReleaseContents contents,
        ReleaseShelf shelf,
        WhitelistPort whitelist,
        Handover handover,
        Clock clock,
        Consumer<Step> steps) {}
