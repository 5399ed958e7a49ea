package seedbed.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import seedbed.torrent.Digest;
import seedbed.torrent.TorrentBuilder;
import seedbed.torrent.TorrentVersion;

/** Authors' trees for tests, in memory, in a directory or in a git repository. */
public final class SampleTree {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** Adds or replaces a file. */
    public SampleTree with(String path, byte[] bytes) {
        files.put(path, bytes.clone());
        return this;
    }

    public SampleTree with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a v1 torrent of one small file named after the path; equal paths give equal torrents. */
    public SampleTree withTorrent(String path) {
        return with(path, torrent(path, TorrentVersion.V1));
    }

    public SampleTree without(String path) {
        files.remove(path);
        return this;
    }

    public byte[] bytes(String path) {
        return Optional.ofNullable(files.get(path)).orElseThrow();
    }

    public Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** A torrent whose content is called like the torrent file without its extension. */
    public static byte[] torrent(String path, TorrentVersion version) {
        String name = TreePath.stem(TreePath.name(path));
        return new TorrentBuilder(path.hashCode())
                .name(name)
                .single(20_000)
                .announce("http://tracker.example.org/announce")
                .build(version);
    }

    /** The tree as a plain directory would give it. */
    public ContentReading reading() {
        SortedMap<String, SourceFile> held = new TreeMap<>();
        files.forEach((path, bytes) -> held.put(path, SourceFile.held(path, bytes)));
        return new ContentReading(new ContentTree(Optional.empty(), held), List.of());
    }

    /** The tree as a commit would give it, with names for the bytes of its files; {@code reads} is told of each reading. */
    public ContentReading committed(Consumer<String> reads) {
        SortedMap<String, SourceFile> listed = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String version = Digest.SHA_256.hex(bytes);
            listed.put(path, new SourceFile(path, Optional.empty(), bytes.length, Optional.of(version), () -> {
                reads.accept(path);
                return bytes.clone();
            }));
        });
        return new ContentReading(new ContentTree(Optional.empty(), listed), List.of());
    }

    /** Writes all files below a directory. */
    public SampleTree writeTo(Path directory) {
        files.forEach((path, bytes) -> {
            try {
                Path file = directory.resolve(path);
                Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(directory));
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return this;
    }
}
