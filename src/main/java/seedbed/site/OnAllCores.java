package seedbed.site;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does the same with many things at once: a catalogue of ten thousand torrents keeps every core busy. */
public final class OnAllCores {

    /** What is done with each thing, by any thread. */
    @FunctionalInterface
    public interface Task<T> {
        void perform(T thing) throws IOException;
    }

    private OnAllCores() {}

    /**
     * Performs a task on each of the things, in any order.
     *
     * @throws IOException the first one that a task threw; what had not begun by then is left undone
     */
    public static <T> void forEach(Collection<T> things, Task<T> task) throws IOException {
        // Kept here, since the pool would hand on a copy of it.
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        things.parallelStream().forEach(thing -> {
            if (failure.get() != null) {
                return;
            }
            try {
                task.perform(thing);
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        });
        IOException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
