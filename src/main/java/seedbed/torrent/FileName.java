package seedbed.torrent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeList;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;
import seedbed.bencode.ByteString;

/** Names and paths that come from a torrent and end up in the file systems of those who download it. */
final class FileName {

    private static final int LONGEST_NAME = 255;
    private static final int DEEPEST_PATH = 100;
    private static final int LONGEST_PATH = 4096;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Faults faults;

    FileName(Faults faults) {
        this.faults = faults;
    }

    /** The text of a name, or nothing (and an error) where it could leave its directory. */
    Optional<String> read(BencodeValue value, String label) {
        if (!(value instanceof BencodeString name)) {
            faults.error(value, "key '" + label + "' must be a string but is " + value.kind());
            return Optional.empty();
        }
        ByteString bytes = name.value();
        Optional<String> hostile = hostile(bytes);
        if (hostile.isPresent()) {
            faults.error(value, "key '" + label + "' must be a plain file name but " + hostile.get());
            return Optional.empty();
        }
        if (bytes.length() > LONGEST_NAME) {
            faults.warning(
                    value,
                    "key '" + label + "' has " + bytes.length()
                            + " bytes: expected at most 255, rtorrent 0.9.8 cannot open longer names");
        }
        return Optional.of(text(value, bytes, label));
    }

    /** The names of a path, or nothing (and an error) where it could leave the torrent's directory. */
    Optional<List<String>> readPath(BencodeList list, String label) {
        if (list.items().isEmpty() || list.items().size() > DEEPEST_PATH) {
            faults.error(
                    list,
                    "key '" + label + "' must be a list of 1 to " + DEEPEST_PATH + " names but has "
                            + list.items().size());
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        boolean plain = true;
        for (BencodeValue item : list.items()) {
            if (item instanceof BencodeString name && name.length() == 0) {
                faults.warning(
                        item,
                        "key '" + label + "' holds an empty name: clients leave it out, rtorrent 0.9.8 cannot open it");
                continue;
            }
            Optional<String> name = read(item, label);
            plain &= name.isPresent();
            name.ifPresent(names::add);
        }
        if (names.isEmpty()) {
            // What libtorrent calls a file that has no name left.
            names.add("_");
        }
        return plain && isShort(names, list, label) ? Optional.of(names) : Optional.empty();
    }

    /** Whether a path can be opened at all; if not, an error. Also keeps hostile paths from adding up. */
    boolean isShort(List<String> path, BencodeValue at, String label) {
        int length = path.stream().mapToInt(String::length).sum() + path.size();
        if (length > LONGEST_PATH) {
            faults.error(at, "key '" + label + "' must make a path of at most " + LONGEST_PATH + " characters");
        }
        return length <= LONGEST_PATH;
    }

    /**
     * Refuses hostile names in the translations some clients prefer to the key itself: {@code name.utf-8},
     * {@code path.utf-8} and the like.
     */
    void refuseHostileTranslations(String key, Fields fields) {
        for (BencodeDictionary.Entry entry : fields.dictionary().entries()) {
            String other = entry.key().value().toString();
            if (!other.startsWith(key + '.')) {
                continue;
            }
            if (entry.value() instanceof BencodeList path) {
                readPath(path, fields.label(key + ".…"));
            } else if (entry.value() instanceof BencodeString) {
                read(entry.value(), fields.label(key + ".…"));
            }
        }
    }

    private String text(BencodeValue at, ByteString bytes, String label) {
        if (bytes.toUtf8().isEmpty()) {
            faults.warning(at, "key '" + label + "' is not UTF-8");
        }
        return shown(bytes);
    }

    /** Text for one line: what is not UTF-8, and control characters, as U+FFFD. */
    static String shown(ByteString bytes) {
        return CONTROL.matcher(bytes.toString()).replaceAll("\ufffd");
    }

    private static Optional<String> hostile(ByteString name) {
        String latin1 = new String(name.toBytes(), StandardCharsets.ISO_8859_1);
        if (latin1.isEmpty()) {
            return Optional.of("is empty");
        }
        if (latin1.equals(".") || latin1.equals("..")) {
            return Optional.of("is '" + latin1 + "'");
        }
        if (latin1.indexOf('/') >= 0 || latin1.indexOf('\\') >= 0) {
            return Optional.of("holds a separator");
        }
        return latin1.indexOf(0) >= 0 ? Optional.of("holds a NUL") : Optional.empty();
    }
}
