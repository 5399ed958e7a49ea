package seedbed.torrent;

import java.util.List;

/** Checks that both descriptions in a hybrid torrent are of the same files, each beginning with a piece (BEP 52). */
final class HybridFiles {

    private final Faults faults;
    private final long pieceLength;

    HybridFiles(Faults faults, long pieceLength) {
        this.faults = faults;
        this.pieceLength = pieceLength;
    }

    void check(List<FileEntry> v1, List<FileEntry> v2) {
        List<FileEntry> listed = content(v1);
        List<FileEntry> tree = content(v2);
        int common = Math.min(listed.size(), tree.size());
        for (int i = 0; i < common; i++) {
            if (!listed.get(i).file().equals(tree.get(i).file())) {
                faults.error(
                        listed.get(i).offset(),
                        "key 'info.files' must list the files of 'info.file tree' but has '"
                                + listed.get(i).file().joinedPath() + "' in place of '"
                                + tree.get(i).file().joinedPath() + "', or one of another length or kind");
                return;
            }
        }
        if (listed.size() != tree.size()) {
            List<FileEntry> longer = listed.size() > tree.size() ? listed : tree;
            faults.error(
                    longer.get(common).offset(),
                    "keys 'info.files' and 'info.file tree' must have the same files but only one has '"
                            + longer.get(common).file().joinedPath() + "'");
        }
        checkAlignment(v1);
    }

    private void checkAlignment(List<FileEntry> files) {
        long position = 0;
        for (FileEntry entry : files) {
            boolean content = !entry.file().padding() && entry.length() > 0;
            if (content && position % pieceLength != 0) {
                faults.error(
                        entry.offset(),
                        "key 'info.files' must have '" + entry.file().joinedPath()
                                + "' begin with a piece, after a padding file");
                return;
            }
            position += entry.length();
        }
    }

    private static List<FileEntry> content(List<FileEntry> files) {
        return files.stream().filter(entry -> !entry.file().padding()).toList();
    }
}
