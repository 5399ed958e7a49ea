package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;

final class DeparturesTest {

    private static final IpAddress IP = IpAddress.of("203.0.113.1");

    private final Departures departures = new Departures();
    private final InfoHash torrent = Hashes.random();

    @Test
    void onlyTheClientItselfDeparts() {
        departures.add(torrent, IP, session(1), 5);

        assertThat(departures.isSince(5, torrent, IP, session(1))).isTrue();
        assertThat(departures.isSince(5, torrent, IP, session(2))).isFalse();
        assertThat(departures.isSince(5, torrent, IpAddress.of("203.0.113.2"), session(1)))
                .isFalse();
        assertThat(departures.isSince(5, Hashes.random(), IP, session(1))).isFalse();
    }

    @Test
    void whatWasHeardAfterwardsStands() {
        departures.add(torrent, IP, session(1), 5);

        assertThat(departures.isSince(6, torrent, IP, session(1))).isFalse();
    }

    @Test
    void oldOnesAreForgotten() {
        departures.add(torrent, IP, session(1), 5);
        departures.add(torrent, IP, session(2), 6);
        departures.forget(6);

        assertThat(departures.isSince(5, torrent, IP, session(1))).isFalse();
        assertThat(departures.isSince(5, torrent, IP, session(2))).isTrue();
    }

    @Test
    void aFloodOfThemIsCutOff() {
        for (int i = 0; i <= Departures.MAX_SIZE; i++) {
            departures.add(torrent, IP, session(i), 5);
        }
        assertThat(departures.isSince(5, torrent, IP, session(Departures.MAX_SIZE - 1)))
                .isTrue();
        assertThat(departures.isSince(5, torrent, IP, session(Departures.MAX_SIZE)))
                .isFalse();
    }

    private static Session session(int number) {
        byte[] id = ByteBuffer.allocate(PeerId.LENGTH).putInt(number).array();
        return new Session(PeerId.of(id), ClientKey.NONE, true);
    }
}
