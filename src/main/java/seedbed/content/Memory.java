package seedbed.content;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Results of a pure function, kept from one publication to the next: of ten thousand files few have changed. Holds no more
 * than what the last publication asked for. Safe for threads.
 */
public final class Memory<K, V> {

    private final Map<K, V> before;
    private final ConcurrentMap<K, V> asked = new ConcurrentHashMap<>();

    private Memory(Map<K, V> before) {
        this.before = before;
    }

    /** A memory without anything in it. */
    public static <K, V> Memory<K, V> empty() {
        return new Memory<>(Map.of());
    }

    /** What the function gives for the key, or gave for it before; it may be asked twice where two threads ask at once. */
    public V get(K key, Function<K, V> function) {
        return known(key).orElseGet(() -> {
            V value = function.apply(key);
            remember(key, value);
            return value;
        });
    }

    /** What the function gave for the key; empty if it was not asked yet. */
    public Optional<V> known(K key) {
        @Nullable V now = asked.get(key);
        if (now != null) {
            return Optional.of(now);
        }
        Optional<V> known = Optional.ofNullable(before.get(key));
        known.ifPresent(value -> remember(key, value));
        return known;
    }

    /** Takes what the function gives for the key from somebody who knows it. */
    public void remember(K key, V value) {
        asked.put(key, value);
    }

    /** Computes from what has to be read. */
    @FunctionalInterface
    public interface Reader<K, V> {
        /**
         * The result for the key.
         *
         * @throws IOException if what it comes from cannot be read
         */
        V read(K key) throws IOException;
    }

    /**
     * The same of a function that reads.
     *
     * @throws IOException that of the function, which then is asked again the next time
     */
    public V read(K key, Reader<K, V> reader) throws IOException {
        Optional<V> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        V value = reader.read(key);
        remember(key, value);
        return value;
    }

    /** For the next publication: knows what this one was asked for. */
    public Memory<K, V> next() {
        return new Memory<>(asked);
    }
}
