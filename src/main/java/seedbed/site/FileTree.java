package seedbed.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentFile;

/** The files of a torrent as folders in folders, for a page. */
final class FileTree {

    /** Deeper folders are not drawn as such: the rest of the path is shown in one piece. */
    private static final int MAX_DEPTH = 32;

    private final Map<String, FileTree> folders = new LinkedHashMap<>();
    private final List<View.FileRow> files = new ArrayList<>();
    private long length;

    private FileTree() {}

    /**
     * A flat list of rows, some of which open and close folders: folders first, else in the order of the torrent. What a
     * torrent has more than one file of is in a folder of the torrent's name, as on the disk of who fetches it.
     */
    static List<View.FileRow> rows(Torrent torrent, List<TorrentFile> files) {
        FileTree root = new FileTree();
        FileTree top = torrent.multiFile() ? root.folder(torrent.name()) : root;
        files.forEach(top::add);
        List<View.FileRow> rows = new ArrayList<>();
        root.append(rows);
        return rows;
    }

    private void add(TorrentFile file) {
        List<String> path = file.path();
        int depth = Math.min(path.size() - 1, MAX_DEPTH);
        FileTree folder = this;
        folder.length += file.length();
        for (String part : path.subList(0, depth)) {
            folder = folder.folder(part);
            folder.length += file.length();
        }
        String name = String.join("/", path.subList(depth, path.size()));
        folder.files.add(View.FileRow.file(name, file.length()));
    }

    private FileTree folder(String name) {
        return folders.computeIfAbsent(name, unknown -> new FileTree());
    }

    private void append(List<View.FileRow> rows) {
        folders.forEach((name, folder) -> {
            rows.add(View.FileRow.open(name, folder.length));
            folder.append(rows);
            rows.add(View.FileRow.close());
        });
        rows.addAll(files);
    }
}
