package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final List<String> computed = new ArrayList<>();

    private final Memory<String, Integer> first = Memory.empty();

    private int length(Memory<String, Integer> memory) {
        return memory.get("swarm", key -> {
            computed.add(key);
            return key.length();
        });
    }

    @Test
    void whatWasAskedForIsNotComputedAgain() {
        assertThat(length(first)).isEqualTo(5);
        assertThat(length(first)).isEqualTo(5);
        assertThat(computed).containsExactly("swarm");
    }

    @Test
    void theNextRenderingKnowsWhatThisOneAskedFor() {
        length(first);
        assertThat(length(first.next())).isEqualTo(5);
        assertThat(computed).containsExactly("swarm");
    }

    @Test
    void whatOneRenderingDidNotAskForIsForgotten() {
        length(first);
        length(first.next().next());
        assertThat(computed).containsExactly("swarm", "swarm");
    }
}
