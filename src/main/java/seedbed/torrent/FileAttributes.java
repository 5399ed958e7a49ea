package seedbed.torrent;

import java.util.List;
import java.util.Optional;
import seedbed.bencode.BencodeList;
import seedbed.bencode.BencodeString;

/**
 * What a file is beyond its bytes (BEP 47): padding ({@code p}), a symbolic link ({@code l}). Executable ({@code x}) and
 * hidden ({@code h}) are the clients' affair.
 */
record FileAttributes(boolean padding, Optional<List<String>> symlink) {

    static FileAttributes read(Fields file, FileName names) {
        String letters = file.string("attr")
                .map(BencodeString::value)
                .map(Object::toString)
                .orElse("");
        if (letters.indexOf('l') < 0) {
            return new FileAttributes(letters.indexOf('p') >= 0, Optional.empty());
        }
        Optional<BencodeList> target = file.list("symlink path");
        if (target.isEmpty()) {
            file.refuse("symlink path", "the list of names a symbolic link points to");
        }
        return new FileAttributes(false, target.flatMap(path -> names.readPath(path, file.label("symlink path"))));
    }

    boolean isSymlink() {
        return symlink.isPresent();
    }
}
