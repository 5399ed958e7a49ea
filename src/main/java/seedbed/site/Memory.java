package seedbed.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Results of pure functions, kept from one rendering to the next: of ten thousand pages few have changed. Holds no more
 * than what the last rendering asked for. Safe for threads.
 */
final class Memory<K, V> {

    private final Function<K, V> function;
    private final Map<K, V> before;
    private final ConcurrentMap<K, V> asked = new ConcurrentHashMap<>();

    private Memory(Function<K, V> function, Map<K, V> before) {
        this.function = function;
        this.before = before;
    }

    /** A memory without anything in it. */
    static <K, V> Memory<K, V> of(Function<K, V> function) {
        return new Memory<>(function, Map.of());
    }

    V get(K key) {
        return asked.computeIfAbsent(key, this::recall);
    }

    private V recall(K key) {
        V known = before.get(key);
        return known == null ? function.apply(key) : known;
    }

    /** For the next rendering: knows what this one was asked for. */
    Memory<K, V> next() {
        return new Memory<>(function, asked);
    }
}
