package seedbed.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;

/**
 * A file that must still be what it was when the directory was listed: half an upload is worse than none, and one file
 * of tomorrow among those of today is not a tree that anybody wrote.
 */
final class StableFile implements SourceFile.Content {

    private final Path path;
    private final long size;
    private final FileTime modified;

    StableFile(Path path, BasicFileAttributes listed) {
        this.path = path;
        this.size = listed.size();
        this.modified = listed.lastModifiedTime();
    }

    @Override
    public byte[] read() throws IOException {
        try {
            byte[] bytes = readBytes();
            if (bytes.length != size || !lastModified().equals(modified)) {
                throw new IOException(
                        "the file changed while the tree was being read; publish again when it is complete");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException("the file was removed while the tree was being read", e);
        } catch (AccessDeniedException e) {
            throw new IOException("the file cannot be read: permission denied", e);
        } catch (FileSystemException e) {
            throw new IOException("the file cannot be read: " + e.getReason(), e);
        }
    }

    private byte[] readBytes() throws IOException {
        // One byte more than expected shows growth without following a file that never ends.
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            return in.readNBytes(Math.toIntExact(size + 1));
        }
    }

    private FileTime lastModified() throws IOException {
        return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
    }
}
