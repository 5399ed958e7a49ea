package seedbed.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Lists the files of a commit, and goes on after what cannot be used. */
final class GitWalk {

    private final Repository repository;
    private final RevCommit commit;
    private final Introductions introductions;
    private final Memory<ObjectId, Long> sizes;
    private final SortedMap<String, ObjectId> blobs = new TreeMap<>();
    private final SortedMap<String, SourceFile> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param sizes of blobs, in bytes */
    GitWalk(Repository repository, RevCommit commit, Introductions introductions, Memory<ObjectId, Long> sizes) {
        this.repository = repository;
        this.commit = commit;
        this.introductions = introductions;
        this.sizes = sizes;
    }

    SortedMap<String, SourceFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    void run() throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(commit.getTree());
            while (walk.next()) {
                visit(walk);
            }
            Map<String, Instant> introduced = introductions.of(blobs.keySet(), commit);
            for (Map.Entry<String, ObjectId> blob : blobs.entrySet()) {
                add(reader, blob.getKey(), blob.getValue(), Optional.ofNullable(introduced.get(blob.getKey())));
            }
        }
    }

    private void visit(TreeWalk walk) throws IOException {
        // Git stores bytes; what is not UTF-8 comes out as U+FFFD, which no publishable name holds.
        String path = new String(walk.getRawPath(), StandardCharsets.UTF_8);
        if (NameRule.isHidden(TreePath.name(path))) {
            return;
        }
        Optional<String> fault = NameRule.fault(path);
        if (fault.isPresent()) {
            problems.add(Problem.error(NameRule.shown(path), fault.get()));
        } else if (walk.isSubtree()) {
            walk.enterSubtree();
        } else if (walk.getFileMode(0) == FileMode.SYMLINK) {
            problems.add(Problem.error(path, "symbolic links are not published; put the file itself here"));
        } else if (walk.getFileMode(0) == FileMode.GITLINK) {
            problems.add(Problem.error(path, "submodules are not published; put the files themselves here"));
        } else {
            blobs.put(path, walk.getObjectId(0));
        }
    }

    private void add(ObjectReader reader, String path, ObjectId blob, Optional<Instant> added) throws IOException {
        try {
            long size = sizes.read(blob, unknown -> reader.getObjectSize(unknown, Constants.OBJ_BLOB));
            files.put(path, new SourceFile(path, added, size, Optional.of(blob.name()), () -> bytes(blob)));
        } catch (MissingObjectException e) {
            problems.add(Problem.error(path, missing(blob)));
        }
    }

    private byte[] bytes(ObjectId blob) throws IOException {
        try {
            return repository.open(blob, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
        } catch (MissingObjectException e) {
            throw new IOException(missing(blob), e);
        }
    }

    private static String missing(ObjectId blob) {
        return "the git repository lacks the object " + blob.name() + " with the file's content";
    }
}
