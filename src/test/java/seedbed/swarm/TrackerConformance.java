package seedbed.swarm;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** Everything a client may rely on, as one suite for any way to reach a tracker; a subclass says which. */
public abstract class TrackerConformance {

    /** The tracker to ask; may be one for all tests. */
    protected abstract TrackerUnderTest tracker();

    @Nested
    @DisplayName("a client joins")
    class Joining extends JoiningContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("peers are handed out")
    class PeerList extends PeerListContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("a client stops")
    class Leaving extends LeavingContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("a download ends")
    class Completing extends CompletingContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("a partial seed")
    class PartialSeed extends PartialSeedContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("who is who")
    class Identity extends IdentityContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("parameters")
    class Parameter extends ParameterContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("bytes in queries")
    class Encoding extends EncodingContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("refusals")
    class Refusal extends RefusalContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("campus and outside")
    class Campus extends CampusContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }

    @Nested
    @DisplayName("scrapes")
    class Scrape extends ScrapeContract {
        @Override
        TrackerUnderTest tracker() {
            return TrackerConformance.this.tracker();
        }
    }
}
