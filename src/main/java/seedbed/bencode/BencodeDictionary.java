package seedbed.bencode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dictionary: {@code d4:spami42ee}. Entries keep the order of the source, and keys may come twice. */
public final class BencodeDictionary extends BencodeValue {

    /** A key and its value. */
    public record Entry(BencodeString key, BencodeValue value) {}

    private final List<Entry> entries;
    private final @Nullable Irregularity irregularity;

    BencodeDictionary(byte[] source, int start, int end, List<Entry> entries, @Nullable Irregularity irregularity) {
        super(source, start, end);
        this.entries = List.copyOf(entries);
        this.irregularity = irregularity;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The first value of a key, in time linear in the number of entries. */
    public Optional<BencodeValue> get(String key) {
        ByteString wanted = ByteString.utf8(key);
        for (Entry entry : entries) {
            if (entry.key().is(wanted)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Irregularity> irregularity() {
        return Optional.ofNullable(irregularity);
    }

    @Override
    public String kind() {
        return "a dictionary";
    }
}
