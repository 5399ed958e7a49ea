package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final List<String> computed = new ArrayList<>();

    private final Memory<String, Integer> first = Memory.of(key -> {
        computed.add(key);
        return key.length();
    });

    @Test
    void whatWasAskedForIsNotComputedAgain() {
        assertThat(first.get("swarm")).isEqualTo(5);
        assertThat(first.get("swarm")).isEqualTo(5);
        assertThat(computed).containsExactly("swarm");
    }

    @Test
    void theNextRenderingKnowsWhatThisOneAskedFor() {
        first.get("swarm");
        assertThat(first.next().get("swarm")).isEqualTo(5);
        assertThat(computed).containsExactly("swarm");
    }

    @Test
    void whatOneRenderingDidNotAskForIsForgotten() {
        first.get("swarm");
        first.next().next().get("swarm");
        assertThat(computed).containsExactly("swarm", "swarm");
    }
}
