package seedbed.content;

import java.util.Locale;
import java.util.Set;

/** What a file of the tree is published as, by its name alone. */
enum FileKind {
    TEXT("texts", 4),
    TORRENT("torrents", 10),
    IMAGE("images", 32),
    CHECKSUMS("checksum lists", 4),
    SIGNATURE("signatures", 4),
    OTHER("other files", 0);

    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico");
    private static final int MEBIBYTE = 1 << 20;

    private final String plural;
    private final int mebibytes;

    FileKind(String plural, int mebibytes) {
        this.plural = plural;
        this.mebibytes = mebibytes;
    }

    static FileKind of(String path) {
        String name = TreePath.name(path).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (name.equals("sha256sums") || name.endsWith(".sha256")) {
            return CHECKSUMS;
        }
        if (!name.contains(".")) {
            return OTHER;
        }
        return switch (extension) {
            case "txt" -> TEXT;
            case "torrent" -> TORRENT;
            case "asc", "sig" -> SIGNATURE;
            default -> IMAGES.contains(extension) ? IMAGE : OTHER;
        };
    }

    boolean takes(long size) {
        return size <= (long) mebibytes * MEBIBYTE;
    }

    /** The limit in words. */
    String limit() {
        return plural + " may have at most " + mebibytes + " MiB";
    }
}
