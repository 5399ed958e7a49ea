package seedbed.bencode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes one canonical value (BEP 3), token by token. A call that would make the output anything else is a mistake of
 * the caller and throws {@link IllegalStateException}: dictionary keys must come sorted as unsigned bytes, each once.
 */
public final class BencodeWriter {

    private final ByteArrayOutputStream out;
    private final Deque<Container> open = new ArrayDeque<>();

    public BencodeWriter() {
        this(32);
    }

    /** @param expected about how many bytes will be written: what is right saves copying */
    public BencodeWriter(int expected) {
        this.out = new ByteArrayOutputStream(expected);
    }

    /** How many bytes a string takes that is a value or a key. */
    public static int lengthOf(ByteString bytes) {
        return prefix(bytes).length + bytes.length();
    }

    public BencodeWriter string(String text) {
        return string(ByteString.utf8(text));
    }

    public BencodeWriter string(ByteString bytes) {
        beforeValue();
        write(bytes);
        return this;
    }

    public BencodeWriter integer(long number) {
        return raw(ByteString.utf8("i" + number + "e"));
    }

    /** A value that is already encoded; it is not looked into. */
    public BencodeWriter raw(ByteString encoded) {
        beforeValue();
        encoded.writeTo(out);
        return this;
    }

    public BencodeWriter beginList() {
        return begin('l', false);
    }

    public BencodeWriter beginDictionary() {
        return begin('d', true);
    }

    public BencodeWriter key(String key) {
        return key(ByteString.utf8(key));
    }

    public BencodeWriter key(ByteString key) {
        Container container = open.peek();
        if (container == null || !container.dictionary || container.keyWithoutValue) {
            throw new IllegalStateException("a key stands in a dictionary, each before its value: " + key);
        }
        if (container.lastKey != null && container.lastKey.compareTo(key) >= 0) {
            throw new IllegalStateException("key " + key + " must come before " + container.lastKey);
        }
        container.lastKey = key;
        container.keyWithoutValue = true;
        write(key);
        return this;
    }

    /** Ends the innermost list or dictionary. */
    public BencodeWriter end() {
        Container container = open.poll();
        if (container == null || container.keyWithoutValue) {
            throw new IllegalStateException("nothing can end here");
        }
        out.write('e');
        return this;
    }

    /** The value written. */
    public byte[] toBytes() {
        if (!open.isEmpty() || out.size() == 0) {
            throw new IllegalStateException("the value is not complete");
        }
        return out.toByteArray();
    }

    private BencodeWriter begin(char letter, boolean dictionary) {
        beforeValue();
        out.write(letter);
        open.push(new Container(dictionary));
        return this;
    }

    private void beforeValue() {
        Container container = open.peek();
        if (container == null) {
            if (out.size() > 0) {
                throw new IllegalStateException("the value is complete");
            }
        } else if (container.dictionary) {
            if (!container.keyWithoutValue) {
                throw new IllegalStateException("a value in a dictionary stands after its key");
            }
            container.keyWithoutValue = false;
        }
    }

    private void write(ByteString bytes) {
        out.writeBytes(prefix(bytes));
        bytes.writeTo(out);
    }

    private static byte[] prefix(ByteString bytes) {
        return (bytes.length() + ":").getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Container {
        private final boolean dictionary;
        private @Nullable ByteString lastKey;
        private boolean keyWithoutValue;

        private Container(boolean dictionary) {
            this.dictionary = dictionary;
        }
    }
}
