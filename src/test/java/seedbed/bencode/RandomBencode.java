package seedbed.bencode;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Random canonical values for tests, of every kind, nested, with binary keys and large numbers. */
public final class RandomBencode {

    private static final int DEEPEST = 5;

    private final RandomGenerator random;

    public RandomBencode(RandomGenerator random) {
        this.random = random;
    }

    /** One encoded value. */
    public ByteString value() {
        BencodeWriter writer = new BencodeWriter();
        writeTo(writer, 0);
        return ByteString.of(writer.toBytes());
    }

    /** Up to {@code longest} random bytes. */
    public ByteString bytes(int longest) {
        byte[] bytes = new byte[random.nextInt(longest + 1)];
        random.nextBytes(bytes);
        return ByteString.of(bytes);
    }

    private void writeTo(BencodeWriter writer, int depth) {
        int kinds = depth < DEEPEST ? 4 : 2;
        switch (random.nextInt(kinds)) {
            case 0 -> writer.integer(random.nextLong() >> random.nextInt(Long.SIZE));
            case 1 -> writer.string(bytes(40));
            case 2 -> writeList(writer, depth);
            default -> writeDictionary(writer, depth);
        }
    }

    private void writeList(BencodeWriter writer, int depth) {
        writer.beginList();
        int items = random.nextInt(5);
        for (int i = 0; i < items; i++) {
            writeTo(writer, depth + 1);
        }
        writer.end();
    }

    private void writeDictionary(BencodeWriter writer, int depth) {
        SortedMap<ByteString, Integer> keys = new TreeMap<>();
        int entries = random.nextInt(5);
        for (int i = 0; i < entries; i++) {
            keys.put(bytes(6), i);
        }
        writer.beginDictionary();
        keys.keySet().forEach(key -> writeTo(writer.key(key), depth + 1));
        writer.end();
    }
}
