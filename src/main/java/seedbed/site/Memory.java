package seedbed.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Results of a pure function, kept from one rendering to the next: of ten thousand pages few have changed. Holds no more
 * than what the last rendering asked for. Safe for threads.
 */
final class Memory<K, V> {

    private final Map<K, V> before;
    private final ConcurrentMap<K, V> asked = new ConcurrentHashMap<>();

    private Memory(Map<K, V> before) {
        this.before = before;
    }

    /** A memory without anything in it. */
    static <K, V> Memory<K, V> empty() {
        return new Memory<>(Map.of());
    }

    /** What the function gives for the key, or gave for it before. */
    V get(K key, Function<K, V> function) {
        return asked.computeIfAbsent(key, unknown -> recall(unknown, function));
    }

    private V recall(K key, Function<K, V> function) {
        V known = before.get(key);
        return known == null ? function.apply(key) : known;
    }

    /** For the next rendering: knows what this one was asked for. */
    Memory<K, V> next() {
        return new Memory<>(asked);
    }
}
