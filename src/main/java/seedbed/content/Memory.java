package seedbed.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

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

    /** What the function gives for the key, or gave for it before. */
    public V get(K key, Function<K, V> function) {
        return asked.computeIfAbsent(key, unknown -> recall(unknown, function));
    }

    /** Computes from what has to be read. */
    @FunctionalInterface
    interface Reader<K, V> {
        V read(K key) throws IOException;
    }

    /**
     * The same of a function that reads.
     *
     * @throws IOException that of the function, which then is asked again the next time
     */
    V read(K key, Reader<K, V> reader) throws IOException {
        try {
            return get(key, unknown -> {
                try {
                    return reader.read(unknown);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private V recall(K key, Function<K, V> function) {
        V known = before.get(key);
        return known == null ? function.apply(key) : known;
    }

    /** For the next publication: knows what this one was asked for. */
    public Memory<K, V> next() {
        return new Memory<>(asked);
    }
}
