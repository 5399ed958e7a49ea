package seedbed.micro;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.InfoHash;
import seedbed.swarm.PeerSelection;
import seedbed.swarm.SwarmClock;
import seedbed.swarm.Swarms;
import seedbed.swarm.Tracker;
import seedbed.swarm.TrackerSettings;
import seedbed.swarm.Whitelist;

/** Announces for one torrent, as libtorrent writes them, and a tracker that serves it. */
final class Announces {

    static final InfoHash INFO_HASH = InfoHash.ofHex("1f9c04d8a2b45e7c00ff31aa5b6d7e8f90a1b2c3");

    private static final String ENCODED = "%1f%9c%04%d8%a2%b4%5e%7c%00%ff1%aa%5bm~%8f%90%a1%b2%c3";
    private static final int ON_CAMPUS = 10 << 24;
    private static final int OUTSIDE = 11 << 24;

    private Announces() {}

    /** Of a peer of that number; one in four is a seed. */
    static String query(int peer) {
        return String.format(
                "info_hash=%s&peer_id=-LT20B0-%012d&port=%d&uploaded=1048576&downloaded=2097152&left=%d&corrupt=0"
                        + "&key=%08X&numwant=50&compact=1&no_peer_id=1&supportcrypto=1&redundant=0",
                ENCODED, peer, 1024 + peer % 64_000, peer % 4 == 0 ? 0 : 1 << 20, peer);
    }

    /** Where it comes from; four in five are on the campus. */
    static IpAddress address(int peer) {
        int bits = (peer % 5 == 0 ? OUTSIDE : ON_CAMPUS) | peer;
        return IpAddress.of(new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }

    /** With default settings and nobody in the swarm. */
    static Tracker tracker() {
        TrackerSettings settings =
                new TrackerSettings(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofMinutes(70), 50, 200);
        Whitelist whitelist = new Whitelist();
        whitelist.add(INFO_HASH);
        whitelist.replaceAll(whitelist.hashes());
        Swarms swarms = new Swarms(
                new Campus(Networks.of("10.0.0.0/8"), Networks.of()),
                new PeerSelection(1, 4),
                settings.peerTimeout(),
                new SwarmClock(Clock.systemUTC(), System::nanoTime));
        return new Tracker(settings, whitelist, swarms, ThreadLocalRandom::current, (request, client) -> {});
    }
}
