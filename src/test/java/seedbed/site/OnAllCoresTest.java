package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnAllCoresTest {

    private static final List<Integer> THINGS =
            IntStream.range(0, 1_000).boxed().toList();

    @Test
    void everyThingHasItsTurn() throws IOException {
        Set<Integer> seen = new ConcurrentSkipListSet<>();

        OnAllCores.forEach(THINGS, seen::add);

        assertThat(seen).containsExactlyElementsOf(THINGS);
    }

    @Test
    void aFailureComesOutAsItIs() {
        FileNotFoundException failure = new FileNotFoundException("number 500");

        assertThatThrownBy(() -> OnAllCores.forEach(THINGS, thing -> {
                    if (thing == 500) {
                        throw failure;
                    }
                }))
                .isSameAs(failure);
    }
}
