package seedbed.bencode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list: {@code l4:spami42ee}. */
public final class BencodeList extends BencodeValue {

    private final List<BencodeValue> items;
    private final @Nullable Irregularity irregularity;

    BencodeList(byte[] source, int start, int end, List<BencodeValue> items, @Nullable Irregularity irregularity) {
        super(source, start, end);
        this.items = List.copyOf(items);
        this.irregularity = irregularity;
    }

    public List<BencodeValue> items() {
        return items;
    }

    @Override
    public Optional<Irregularity> irregularity() {
        return Optional.ofNullable(irregularity);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
