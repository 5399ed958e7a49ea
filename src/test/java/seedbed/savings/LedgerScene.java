package seedbed.savings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerListForm;
import seedbed.time.FakeTime;

/** A ledger with time and store in the hands of the test, and clients that announce to it. */
abstract class LedgerScene {

    static final long SIZE = 1_000_000;
    static final String STUDENT = "10.0.0.1";
    static final String SEED_BOX = "192.0.2.1";
    static final String OUTSIDE = "198.51.100.1";
    static final InfoHash TORRENT = InfoHash.ofHex("12".repeat(20));

    static final InfoHash SECOND_HASH = InfoHash.ofHex("34".repeat(20));

    final Torrents torrents = new Torrents() {
        @Override
        public InfoHash torrentOf(InfoHash infoHash) {
            return infoHash.equals(SECOND_HASH) ? TORRENT : infoHash;
        }

        @Override
        public OptionalLong sizeOf(InfoHash infoHash) {
            return OptionalLong.of(SIZE);
        }
    };
    final MemoryTraffic store = new MemoryTraffic();
    final FakeTime time = new FakeTime();
    final Ledger ledger = ledger(OptionalLong.empty());

    Savings savings() {
        return ledger.savings(1, Optional.empty());
    }

    Ledger ledger(OptionalLong maxRate) {
        Campus campus = new Campus(Networks.of("10.0.0.0/8", "fd00::/8", "192.0.2.0/24"), Networks.of("192.0.2.0/28"));
        return new Ledger(campus, torrents, maxRate, store, time, time::nanos);
    }

    void announce(String from, Event event, long downloaded, long uploaded, long left) {
        // All seed boxes are clones of one, and the student is one client at all its addresses.
        int client = from.startsWith("192.0.2.") ? 2 : 1;
        ledger.record(request(event, downloaded, uploaded, left, client), IpAddress.of(from));
    }

    void announce(InfoHash swarm, String from, Event event, long downloaded, long uploaded, long left) {
        ledger.record(
                new AnnounceRequest(
                        swarm,
                        id(1),
                        ClientKey.NONE,
                        6881,
                        uploaded,
                        downloaded,
                        left,
                        event,
                        50,
                        PeerListForm.COMPACT),
                IpAddress.of(from));
    }

    void learn(String from, long downloaded, long uploaded, long left, Duration ago) {
        ledger.learn(told(from, downloaded, uploaded, left, ago));
    }

    ToldElsewhere told(String from, long downloaded, long uploaded, long left, Duration ago) {
        return new ToldElsewhere(
                TORRENT,
                id(1),
                ClientKey.NONE,
                IpAddress.of(from),
                downloaded,
                uploaded,
                left,
                time.instant().minus(ago));
    }

    static AnnounceRequest request(Event event, long downloaded, long uploaded, long left, int client) {
        return new AnnounceRequest(
                TORRENT, id(client), ClientKey.NONE, 6881, uploaded, downloaded, left, event, 50, PeerListForm.COMPACT);
    }

    static PeerId id(int client) {
        return PeerId.of(String.format("-XX0001-%012d", client).getBytes(StandardCharsets.US_ASCII));
    }
}
