package seedbed.torrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;
import seedbed.bencode.ByteString;

/** Reads the v2 description of files: dictionaries named as directories, files under an empty key (BEP 52). */
final class FileTreeReader {

    private static final String TREE = "info.file tree";

    private final Faults faults;
    private final FileName names;
    private final FileLengths lengths = new FileLengths();
    private final List<FileEntry> files = new ArrayList<>();

    FileTreeReader(Faults faults) {
        this.faults = faults;
        this.names = new FileName(faults);
    }

    /** The files, paths below {@code info.name} even if there is only one; fewer or none where there are errors. */
    List<FileEntry> read(Fields info) {
        Optional<BencodeDictionary> tree = info.dictionary("file tree");
        if (tree.isEmpty()) {
            info.refuse("file tree", "a dictionary of files and directories");
        }
        tree.ifPresent(root -> directory(root, List.of()));
        return files;
    }

    // Recursion is bounded: the decoder refuses deep nesting.
    private void directory(BencodeDictionary directory, List<String> path) {
        String label = label(path);
        if (directory.entries().isEmpty()) {
            faults.error(directory, "key '" + label + "' must hold a file or a directory but is empty");
        }
        for (BencodeDictionary.Entry entry : directory.entries()) {
            names.read(entry.key(), label)
                    .map(name -> append(path, name))
                    .filter(inner -> names.isShort(inner, entry.key(), TREE))
                    .ifPresent(inner -> fileOrDirectory(entry.value(), inner));
        }
    }

    private void fileOrDirectory(BencodeValue value, List<String> path) {
        if (!(value instanceof BencodeDictionary below)) {
            faults.error(value, "key '" + label(path) + "' must be a dictionary but is " + value.kind());
        } else if (below.entries().size() != 1 || below.entries().get(0).key().length() > 0) {
            directory(below, path);
        } else if (below.entries().get(0).value() instanceof BencodeDictionary description) {
            file(new Fields(label(path), description, faults), path);
        } else {
            faults.error(below, "key '" + label(path) + "' must describe a file in a dictionary");
        }
    }

    private void file(Fields fields, List<String> path) {
        FileAttributes attributes = FileAttributes.read(fields, names);
        long length = attributes.isSymlink() ? 0 : lengths.read(fields);
        TorrentFile file = new TorrentFile(path, length, attributes.padding(), attributes.symlink());
        files.add(new FileEntry(file, fields.dictionary().start(), length == 0 ? null : root(fields)));
    }

    private @Nullable ByteString root(Fields fields) {
        ByteString root = fields.string("pieces root").map(BencodeString::value).orElse(null);
        if (root == null || root.length() != MerkleTree.HASH || root.equals(MerkleTree.ZERO)) {
            fields.refuse("pieces root", "a hash of 32 bytes that are not all zero");
            return null;
        }
        return root;
    }

    private static String label(List<String> path) {
        return path.isEmpty() ? TREE : TREE + '/' + String.join("/", path);
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
