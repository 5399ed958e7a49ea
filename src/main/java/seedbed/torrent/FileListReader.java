package seedbed.torrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeList;
import seedbed.bencode.BencodeValue;

/** Reads the v1 description of files: {@code length} of the only one, or the list {@code files} (BEP 3). */
final class FileListReader {

    private final Faults faults;
    private final FileName names;
    private final FileLengths lengths = new FileLengths();

    FileListReader(Faults faults) {
        this.faults = faults;
        this.names = new FileName(faults);
    }

    /** The files; fewer or none where there are errors. */
    List<FileEntry> read(Fields info, String torrentName) {
        if (info.has("files") && info.has("length")) {
            // libtorrent takes the one and rtorrent the other.
            info.refuse("length", "missing because 'info.files' is there");
            return List.of();
        }
        if (info.has("files")) {
            return info.list("files").map(this::files).orElse(List.of());
        }
        long length = lengths.read(info);
        TorrentFile file = new TorrentFile(List.of(torrentName), length, false, Optional.empty());
        return List.of(new FileEntry(file, info.dictionary().start(), null));
    }

    /** Bytes that are hashed into pieces, padding included. */
    long hashedLength() {
        return lengths.total();
    }

    private List<FileEntry> files(BencodeList list) {
        List<FileEntry> files = new ArrayList<>();
        int index = 0;
        for (BencodeValue item : list.items()) {
            String place = "info.files[" + index++ + "]";
            if (item instanceof BencodeDictionary dictionary) {
                file(new Fields(place, dictionary, faults)).ifPresent(files::add);
            } else {
                faults.error(item, "key '" + place + "' must be a dictionary but is " + item.kind());
            }
        }
        return files;
    }

    private Optional<FileEntry> file(Fields fields) {
        names.refuseHostileTranslations("path", fields);
        FileAttributes attributes = FileAttributes.read(fields, names);
        long length = attributes.isSymlink() ? linkLength(fields) : lengths.read(fields);
        Optional<BencodeList> path = fields.list("path");
        if (path.isEmpty()) {
            fields.refuse("path", "a list of names");
        }
        return path.flatMap(list -> names.readPath(list, fields.label("path")))
                .map(text -> new TorrentFile(text, length, attributes.padding(), attributes.symlink()))
                .map(file -> new FileEntry(file, fields.dictionary().start(), null));
    }

    /** Links take no part in the pieces, whatever length is written; rtorrent does not know that. */
    private long linkLength(Fields fields) {
        if (fields.integer("length").orElse(-1) != 0) {
            faults.warning(
                    fields.dictionary(),
                    "key '" + fields.label("length")
                            + "' must be 0 for a symbolic link: rtorrent 0.9.8 cannot load it");
        }
        return 0;
    }
}
