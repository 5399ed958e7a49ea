package seedbed.torrent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeInteger;
import seedbed.bencode.BencodeList;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;

/**
 * Reads the keys beside {@code info}. None of them is needed to download, and clients ignore what they cannot use: so do
 * we, with a warning.
 */
final class ProvenanceReader {

    /** The end of the year 9999 in seconds since 1970; later "dates" are milliseconds or noise. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final BencodeDictionary outer;
    private final Faults faults;

    ProvenanceReader(BencodeDictionary outer, Faults faults) {
        this.outer = outer;
        this.faults = faults;
    }

    Provenance read() {
        return new Provenance(tiers(), webSeeds(), text("comment"), text("created by"), creationDate());
    }

    /** BEP 12: {@code announce} counts only where {@code announce-list} has nothing. */
    private List<List<String>> tiers() {
        List<List<String>> tiers = new ArrayList<>();
        Optional<BencodeValue> list = outer.get("announce-list");
        if (list.isPresent()) {
            for (BencodeValue tier : items(list.get(), "announce-list", "a list of lists of URLs")) {
                List<String> urls = urls(items(tier, "announce-list", "a list of lists of URLs"), "announce-list");
                if (!urls.isEmpty()) {
                    tiers.add(urls);
                }
            }
        }
        if (tiers.isEmpty()) {
            text("announce").filter(url -> !url.isBlank()).ifPresent(url -> tiers.add(List.of(url.strip())));
        }
        return tiers;
    }

    /** BEP 19: one URL or a list of them. */
    private List<String> webSeeds() {
        Optional<BencodeValue> value = outer.get("url-list");
        if (value.isEmpty()) {
            return List.of();
        }
        List<BencodeValue> items = value.get() instanceof BencodeString
                ? List.of(value.get())
                : items(value.get(), "url-list", "a URL or a list of URLs");
        return urls(items, "url-list").stream().distinct().toList();
    }

    private List<BencodeValue> items(BencodeValue value, String key, String expected) {
        if (value instanceof BencodeList list) {
            return list.items();
        }
        ignored(value, key, expected);
        return List.of();
    }

    private List<String> urls(List<BencodeValue> items, String key) {
        List<String> urls = new ArrayList<>();
        for (BencodeValue item : items) {
            Optional<String> url =
                    item instanceof BencodeString string ? string.value().toUtf8() : Optional.empty();
            if (url.isEmpty()) {
                ignored(item, key, "URLs in UTF-8");
            }
            url.map(String::strip).filter(text -> !text.isEmpty()).ifPresent(urls::add);
        }
        return urls;
    }

    private Optional<String> text(String key) {
        Optional<BencodeValue> value = outer.get(key);
        if (value.isPresent() && !(value.get() instanceof BencodeString)) {
            ignored(value.get(), key, "a string");
        }
        return value.filter(BencodeString.class::isInstance)
                .map(BencodeString.class::cast)
                .map(string -> string.value().toString());
    }

    private Optional<Instant> creationDate() {
        Optional<BencodeValue> value = outer.get("creation date");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong seconds = value.get() instanceof BencodeInteger number ? number.value() : OptionalLong.empty();
        if (seconds.isEmpty() || seconds.getAsLong() < 0 || seconds.getAsLong() > LAST_SECOND) {
            ignored(value.get(), "creation date", "seconds since 1970");
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(seconds.getAsLong()));
    }

    private void ignored(BencodeValue at, String key, String expected) {
        faults.warning(at, "key '" + key + "' must be " + expected + ": this one is ignored");
    }
}
