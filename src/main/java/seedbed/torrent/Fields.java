package seedbed.torrent;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeInteger;
import seedbed.bencode.BencodeList;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;
import seedbed.bencode.ByteString;

/** The keys of one dictionary as its specification types them; what is of another type is an error and reads as absent. */
final class Fields {

    private final String place;
    private final BencodeDictionary dictionary;
    private final Faults faults;

    /** Keys with an error already: one message a key is enough. */
    private final Set<String> refused = new HashSet<>();

    /** @param place what to call the dictionary in messages; empty for the file as a whole */
    Fields(String place, BencodeDictionary dictionary, Faults faults) {
        this.place = place;
        this.dictionary = dictionary;
        this.faults = faults;
    }

    BencodeDictionary dictionary() {
        return dictionary;
    }

    /** How messages call a key of this dictionary. */
    String label(String key) {
        return place.isEmpty() ? key : place + '.' + key;
    }

    boolean has(String key) {
        return dictionary.get(key).isPresent();
    }

    Optional<BencodeString> string(String key) {
        return typed(key, BencodeString.class, "a string");
    }

    Optional<BencodeList> list(String key) {
        return typed(key, BencodeList.class, "a list");
    }

    Optional<BencodeDictionary> dictionary(String key) {
        return typed(key, BencodeDictionary.class, "a dictionary");
    }

    OptionalLong integer(String key) {
        Optional<BencodeInteger> found = typed(key, BencodeInteger.class, "an integer");
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = found.get().value();
        if (number.isEmpty()) {
            refuse(key, "an integer of at most 64 bits");
        }
        return number;
    }

    /** An error at this key, or at the dictionary where the key is missing. */
    void refuse(String key, String expected) {
        Optional<BencodeValue> value = dictionary.get(key);
        if (!refused.add(key)) {
            return;
        }
        if (value.isPresent()) {
            faults.error(value.get(), "key '" + label(key) + "' must be " + expected);
        } else {
            faults.error(dictionary, "key '" + label(key) + "' is missing: expected " + expected);
        }
    }

    private <T extends BencodeValue> Optional<T> typed(String key, Class<T> type, String kind) {
        Optional<BencodeValue> value = unambiguous(key);
        if (value.isPresent() && !type.isInstance(value.get())) {
            refuse(key, kind + " but is " + value.get().kind());
        }
        return value.filter(type::isInstance).map(type::cast);
    }

    private Optional<BencodeValue> unambiguous(String key) {
        Optional<BencodeValue> first = dictionary.get(key);
        if (first.isEmpty()) {
            return first;
        }
        ByteString name = ByteString.utf8(key);
        ByteString meaning = first.get().raw();
        for (BencodeDictionary.Entry entry : dictionary.entries()) {
            if (entry.key().is(name) && !entry.value().raw().equals(meaning)) {
                // Some clients take the first, some the last: they would not share one swarm's files.
                faults.error(entry.key(), "key '" + label(key) + "' comes twice with different values");
                break;
            }
        }
        return first;
    }
}
