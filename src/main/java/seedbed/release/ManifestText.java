package seedbed.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import seedbed.content.RemovedTorrent;
import seedbed.protocol.InfoHash;

/**
 * A manifest as a file that {@code sha256sum -c} can check: one line a file, and comments with the rest. Paths stand as
 * they are, since none holds a line break or a backslash; names of torrents may, and are percent-encoded.
 */
final class ManifestText {

    /** The last line, without which a manifest is only a part of one. */
    static final String END = "# end";

    private ManifestText() {}

    static byte[] of(Manifest manifest) {
        StringBuilder text = new StringBuilder();
        ManifestHead head = manifest.head();
        line(text, "# created", head.created());
        head.commit().ifPresent(commit -> line(text, "# commit", commit.id(), commit.time()));
        line(text, "# holds", head.pages(), "pages", head.torrents(), "torrents", head.images(), "images");
        for (Listing listing : manifest.listings()) {
            line(text, "# listed", listing.hash(), listing.size(), encoded(listing.name()), listing.path());
        }
        for (RemovedTorrent removed : manifest.removed()) {
            for (InfoHash hash : removed.hashes()) {
                line(text, "# removed", hash, encoded(removed.name()), removed.path());
            }
        }
        manifest.files().forEach((path, hash) -> line(text, hash, "", path));
        line(text, END);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a manifest.
     *
     * @throws IOException if it is missing, cut off or not a manifest
     */
    static Manifest read(Path file) throws IOException {
        ManifestParser parser = new ManifestParser(file);
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            parser.take(line);
        }
        return parser.manifest();
    }

    /**
     * Reads only the first lines of a manifest.
     *
     * @throws IOException if it is missing or not a manifest
     */
    static ManifestHead readHead(Path file) throws IOException {
        ManifestParser parser = new ManifestParser(file);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            @Nullable String line = lines.readLine();
            while (line != null && parser.isInHead(line)) {
                parser.take(line);
                line = lines.readLine();
            }
        }
        return parser.head();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(words[i]);
        }
        text.append('\n');
    }
}
