package seedbed.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** A bare git repository for tests, whose trees may hold whatever git can store. */
public final class SampleRepository implements AutoCloseable {

    private final Repository repository;
    private final Path directory;
    private final Map<String, FileMode> modes = new TreeMap<>();
    private final Map<String, ObjectId> objects = new TreeMap<>();

    /** An empty repository in this directory, which is made. */
    public SampleRepository(Path directory) throws IOException {
        this.directory = directory;
        repository =
                new RepositoryBuilder().setBare().setGitDir(directory.toFile()).build();
        repository.create(true);
    }

    /** Puts these files, and no others, into the next commit. */
    public SampleRepository replaceBy(SampleTree tree) throws IOException {
        modes.clear();
        objects.clear();
        for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
            with(FileMode.REGULAR_FILE, file.getKey(), file.getValue());
        }
        return this;
    }

    /** Puts something into the next commit that may be no regular file, or be named in bytes that are no UTF-8. */
    public SampleRepository with(FileMode mode, String latin1Path, byte[] bytes) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            modes.put(latin1Path, mode);
            objects.put(latin1Path, inserter.insert(Constants.OBJ_BLOB, bytes));
            inserter.flush();
        }
        return this;
    }

    /** Damages the repository: removes the object with this content. */
    public void forget(byte[] bytes) throws IOException {
        String name =
                new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, bytes).name();
        Files.delete(directory.resolve("objects").resolve(name.substring(0, 2)).resolve(name.substring(2)));
    }

    /** Commits on the branch {@code main}. */
    public ObjectId commit(Instant time, ObjectId... parents) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(writeTree(inserter));
            commit.setParentIds(parents);
            commit.setAuthor(new PersonIdent("A. Author", "author@example.org", time, ZoneOffset.UTC));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("A commit for a test");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
            repository.updateRef(Constants.HEAD).link("refs/heads/main");
            return id;
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private ObjectId writeTree(ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        modes.forEach((path, mode) -> {
            boolean ascii = path.chars().allMatch(c -> c < 0x80);
            DirCacheEntry entry =
                    new DirCacheEntry(path.getBytes(ascii ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
            entry.setFileMode(mode);
            entry.setObjectId(objects.get(path));
            builder.add(entry);
        });
        builder.finish();
        return index.writeTree(inserter);
    }
}
