package seedbed.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** When the files of a commit came into its history; for a file that went and came back, when it came back. */
final class Introductions {

    private final Repository repository;
    private final Memory<ObjectId, Set<String>> known;

    /** @param known which paths commits introduced */
    Introductions(Repository repository, Memory<ObjectId, Set<String>> known) {
        this.repository = repository;
        this.known = known;
    }

    /** The time of the newest commit up to head that holds the path and has no parent that does, for each of the paths. */
    Map<String, Instant> of(Set<String> paths, RevCommit head) throws IOException {
        Map<String, Instant> found = new HashMap<>();
        Set<String> wanted = new HashSet<>(paths);
        try (RevWalk history = new RevWalk(repository)) {
            history.setRetainBody(false);
            history.markStart(history.parseCommit(head));
            // Newest first, so that one walk serves all paths and can end as soon as the last is found.
            for (RevCommit next = history.next(); next != null && !wanted.isEmpty(); next = history.next()) {
                RevCommit commit = next;
                Instant time = Instant.ofEpochSecond(commit.getCommitTime());
                Set<String> introduced = known.read(commit.copy(), unknown -> introducedBy(commit, history));
                for (String path : introduced) {
                    if (wanted.remove(path)) {
                        found.put(path, time);
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> introducedBy(RevCommit commit, RevWalk history) throws IOException {
        Set<String> introduced = new HashSet<>();
        try (TreeWalk difference = new TreeWalk(history.getObjectReader())) {
            difference.addTree(commit.getTree());
            for (RevCommit parent : commit.getParents()) {
                difference.addTree(history.parseCommit(parent).getTree());
            }
            if (commit.getParentCount() == 0) {
                difference.addTree(new EmptyTreeIterator());
            }
            difference.setRecursive(true);
            difference.setFilter(TreeFilter.ANY_DIFF);
            while (difference.next()) {
                if (isOnlyInFirst(difference)) {
                    introduced.add(new String(difference.getRawPath(), StandardCharsets.UTF_8));
                }
            }
        }
        return introduced;
    }

    private static boolean isOnlyInFirst(TreeWalk difference) {
        if (difference.getFileMode(0) == FileMode.MISSING) {
            return false;
        }
        for (int parent = 1; parent < difference.getTreeCount(); parent++) {
            if (difference.getFileMode(parent) != FileMode.MISSING) {
                return false;
            }
        }
        return true;
    }
}
