package seedbed.bencode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list or dictionary whose end has not been reached yet. */
abstract sealed class OpenContainer {

    final byte[] source;
    final int start;

    /** The first one among what was added so far. */
    @Nullable
    Irregularity irregularity;

    private OpenContainer(byte[] source, int start) {
        this.source = source;
        this.start = start;
    }

    abstract void add(BencodeValue value) throws BencodeException;

    abstract BencodeValue close(int end) throws BencodeException;

    final void note(@Nullable Irregularity found) {
        if (irregularity == null) {
            irregularity = found;
        }
    }

    static final class OpenList extends OpenContainer {

        private final List<BencodeValue> items = new ArrayList<>();

        OpenList(byte[] source, int start) {
            super(source, start);
        }

        @Override
        void add(BencodeValue value) {
            items.add(value);
            note(value.irregularity().orElse(null));
        }

        @Override
        BencodeValue close(int end) {
            return new BencodeList(source, start, end, items, irregularity);
        }
    }

    static final class OpenDictionary extends OpenContainer {

        private final List<BencodeDictionary.Entry> entries = new ArrayList<>();
        private @Nullable BencodeString lastKey;
        private @Nullable BencodeString keyWithoutValue;

        OpenDictionary(byte[] source, int start) {
            super(source, start);
        }

        @Override
        void add(BencodeValue value) throws BencodeException {
            note(value.irregularity().orElse(null));
            if (keyWithoutValue != null) {
                entries.add(new BencodeDictionary.Entry(keyWithoutValue, value));
                keyWithoutValue = null;
            } else if (value instanceof BencodeString key) {
                checkOrder(key);
                lastKey = key;
                keyWithoutValue = key;
            } else {
                throw new BencodeException(value.start(), "a dictionary key must be a string but is " + value.kind());
            }
        }

        private void checkOrder(BencodeString key) {
            int order = lastKey == null ? -1 : lastKey.compareBytes(key);
            if (order == 0) {
                note(new Irregularity(key.start(), "a dictionary key comes twice"));
            } else if (order > 0) {
                note(new Irregularity(key.start(), "a dictionary key is not in sorted order"));
            }
        }

        @Override
        BencodeValue close(int end) throws BencodeException {
            if (keyWithoutValue != null) {
                throw new BencodeException(end - 1, "expected the value of a dictionary key but the dictionary ends");
            }
            return new BencodeDictionary(source, start, end, entries, irregularity);
        }
    }
}
