package seedbed.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.WindowCacheConfig;

/** A commit of a git repository as the authors' tree; a work tree is neither needed nor looked at. */
public final class GitContent implements ContentSource {

    static {
        // JGit keeps 10 MiB of a repository in pieces of 8 KiB. Torrents are longer than that: of a large tree it would
        // spend its time on letting pieces go.
        WindowCacheConfig cache = new WindowCacheConfig();
        cache.setPackedGitWindowSize(64 * WindowCacheConfig.KB);
        cache.setPackedGitLimit(32 * WindowCacheConfig.MB);
        cache.install();
    }

    private final Path directory;
    private final String ref;
    private final Optional<Path> quarantine;
    /** Which paths the commits of the history introduced: what a commit is never changes. */
    private volatile Memory<ObjectId, Set<String>> introduced = Memory.empty();
    /** How many bytes the files have: each has to be looked for in the repository otherwise. */
    private volatile Memory<ObjectId, Long> sizes = Memory.empty();

    private GitContent(Path directory, String ref, Optional<Path> quarantine) {
        this.directory = directory;
        this.ref = ref;
        this.quarantine = quarantine;
    }

    /**
     * Content from a repository on this machine.
     *
     * @param directory a bare repository, or the top of a work tree
     * @param ref a branch, a tag or any other name of a commit
     */
    public GitContent(Path directory, String ref) {
        this(directory, ref, Optional.empty());
    }

    /**
     * Content that is just being pushed. Until the hooks have allowed a push, git keeps its objects beside those of the
     * repository, and tells hooks where in {@code GIT_QUARANTINE_PATH} (git-receive-pack(1), "quarantine environment").
     *
     * @param ref name of the pushed commit, which no ref leads to yet
     */
    public static GitContent beingPushed(Path directory, String ref, Path quarantine) {
        return new GitContent(directory, ref, Optional.of(quarantine));
    }

    @Override
    public ContentReading read() throws IOException {
        Repository repository = open();
        try {
            return read(repository);
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private ContentReading read(Repository repository) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(resolve(repository));
            Memory<ObjectId, Set<String>> known = introduced.next();
            Memory<ObjectId, Long> knownSizes = sizes.next();
            GitWalk files = new GitWalk(repository, commit, new Introductions(repository, known), knownSizes);
            files.run();
            introduced = known;
            sizes = knownSizes;
            Commit origin = new Commit(commit.name(), Instant.ofEpochSecond(commit.getCommitTime()));
            ContentTree tree = new ContentTree(Optional.of(origin), files.files());
            return new ContentReading(tree, files.problems(), repository::close);
        }
    }

    private Repository open() throws IOException {
        RepositoryBuilder builder = new RepositoryBuilder().setMustExist(true);
        if (Files.exists(directory.resolve(".git"))) {
            builder.setWorkTree(directory.toFile());
        } else {
            builder.setGitDir(directory.toFile());
        }
        quarantine.map(Path::toFile).ifPresent(builder::addAlternateObjectDirectory);
        try {
            return builder.build();
        } catch (RepositoryNotFoundException e) {
            throw new ContentUnavailableException(
                    "there is no git repository at " + directory + " to read the content from", e);
        }
    }

    private ObjectId resolve(Repository repository) throws IOException {
        try {
            ObjectId id = repository.resolve(ref + "^{commit}");
            if (id != null) {
                return id;
            }
        } catch (MissingObjectException e) {
            throw new ContentUnavailableException(unknown(), e);
        } catch (RevisionSyntaxException | IncorrectObjectTypeException e) {
            throw new ContentUnavailableException(
                    "\"" + ref + "\" does not name a commit of the git repository " + directory, e);
        }
        throw new ContentUnavailableException(unknown());
    }

    private String unknown() {
        return "the git repository " + directory + " has no commit \"" + ref + '"';
    }
}
