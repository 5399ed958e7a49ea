package seedbed.site;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.torrent.Digest;

/**
 * A digest of a record, such as a view: two with the same one are equal. Everything goes into it with its kind and its length, so
 * that no text can be made to look like the end of another.
 */
final class Essence {

    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    // Whether this class may call them is otherwise asked with each of many thousand calls.
                    .peek(accessor -> accessor.setAccessible(true))
                    .toList();
        }
    };

    /** What the digest is made of, all at once: it takes long to begin on each of many small parts. */
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream(8 * 1024);

    /** Hexadecimal digits. */
    static String of(Object whole) {
        Essence essence = new Essence();
        essence.add(whole);
        return Digest.SHA_256.hex(essence.parts.toByteArray());
    }

    private void add(@Nullable Object value) {
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            begin('s', bytes.length);
            parts.writeBytes(bytes);
        } else if (value instanceof List<?> list) {
            begin('l', list.size());
            list.forEach(this::add);
        } else if (value instanceof Record entry) {
            addComponents(entry);
        } else if (value instanceof Optional<?> some) {
            add(some.orElse(null));
        } else if (value instanceof Instant time) {
            // To write it as a date takes as long as the digest of all that is said of a torrent.
            add(time.getEpochSecond());
            add(time.getNano());
        } else {
            // Numbers, words of an enumeration, truth values and nothing at all.
            add(String.valueOf(value));
            begin('v', 0);
        }
    }

    private void addComponents(Record value) {
        List<Method> components = COMPONENTS.get(value.getClass());
        add(value.getClass().getName());
        begin('r', components.size());
        for (Method component : components) {
            try {
                add(component.invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record cannot be read: " + component, e);
            }
        }
    }

    private void begin(char kind, int length) {
        parts.writeBytes(new byte[] {
            (byte) kind, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        });
    }
}
