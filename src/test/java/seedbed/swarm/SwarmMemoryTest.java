package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;
import seedbed.rows.HeapUse;

/** Of the heap, as the JVM counts it after a collection: the hash, its place in the map and all below it. */
final class SwarmMemoryTest {

    @Test
    void aSwarmOfFourTakesAtMost400BytesInAll() {
        assertThat(bytesOfEach(40_000, 4)).isLessThanOrEqualTo(400);
    }

    @Test
    void aPeerOfALargerSwarmTakesAtMost128Bytes() {
        assertThat(bytesOfEach(2_000, 100) / 100).isLessThanOrEqualTo(128);
    }

    private static double bytesOfEach(int swarms, int peers) {
        return (double) HeapUse.of(() -> filled(swarms, peers)) / swarms;
    }

    private static SwarmMap filled(int swarms, int peers) {
        SwarmMap map = new SwarmMap();
        for (int number = 0; number < swarms; number++) {
            map.in(hash(number), swarm -> {
                for (int peer = 0; peer < peers; peer++) {
                    swarm.add(peer(peer), false);
                }
                return swarm;
            });
        }
        return map;
    }

    private static InfoHash hash(int number) {
        return InfoHash.ofHex("%040x".formatted(number));
    }

    /** Seeds and leechers on the campus, and one in five is a leecher outside. */
    private static Peer peer(int number) {
        boolean outside = number % 5 == 1;
        byte[] address = ByteBuffer.allocate(4)
                .putInt((outside ? 198 << 24 : 10 << 24) | number)
                .array();
        Session session = new Session(
                PeerId.of(bytes("-LT20B0-%012d".formatted(number))),
                ClientKey.of(bytes("%08X".formatted(number))),
                true);
        return new Peer(
                new PeerAddress(IpAddress.of(address), 6881),
                session,
                Kind.of(number % 4 == 0 ? PeerStatus.SEED : PeerStatus.LEECHER, outside ? Place.OUTSIDE : Place.CAMPUS),
                new Peer.Progress(0, 0, number),
                number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
