package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import seedbed.protocol.PeerStatus;

/** The order within a swarm. */
final class ShelvesTest extends SelectionScene {

    @Test
    void aShelfStaysInOrderWhilePeersComeAndGo() {
        Random random = new Random(6);
        List<Peer> present = new ArrayList<>();
        Peer asker = peer(0, PeerStatus.LEECHER, Place.OUTSIDE);
        for (int step = 1; step < 3000; step++) {
            boolean grows = step < 1500 ? random.nextInt(3) > 0 : random.nextInt(3) == 0;
            if (present.isEmpty() || grows) {
                Peer peer = peer(step, PeerStatus.SEED, Place.OUTSIDE);
                present.add(peer);
                shelves.add(peer);
            } else {
                shelves.remove(present.remove(random.nextInt(present.size())));
            }
            assertThat(shelves.count(PeerStatus.SEED)).as("step " + step).isEqualTo(present.size());
            assertThat(selection.choose(shelves, new Asking(asker, false, 5), random))
                    .as("step " + step)
                    .hasSize(Math.min(5, present.size()))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(present);
        }
        assertThat(selection.choose(shelves, new Asking(asker, false, Integer.MAX_VALUE), random))
                .containsExactlyInAnyOrderElementsOf(present);
    }
}
