package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who writes content in a clone and pushes it to a bare repository with git, over a local path. */
final class Author {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What git answered to a push. */
    record Push(int code, String words) {}

    private final Path clone;

    private Author(Path clone) {
        this.clone = clone;
    }

    /** With a clone of its own, on a branch {@code main} that has no commit yet. */
    static Author of(Workbench bench, Path bare) throws Exception {
        Author author = new Author(bench.directory("clone"));
        author.git("init", "--quiet", "--initial-branch=main", ".");
        author.git("remote", "add", "origin", bare.toString());
        return author;
    }

    /** An empty bare repository. */
    static Path bareRepository(Workbench bench) throws Exception {
        Path bare = bench.directory("content.git");
        Program.output("git", bare, List.of("git", "init", "--quiet", "--bare", "--initial-branch=main", "."));
        return bare;
    }

    Path file(String path) {
        return clone.resolve(path);
    }

    Author write(String path, String text) throws Exception {
        Files.createDirectories(file(path).getParent());
        Files.writeString(file(path), text);
        return this;
    }

    /** Commits all that was written; the name of the commit. */
    String commit() throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--message", "Change the content");
        return git("rev-parse", "HEAD");
    }

    /** Forgets the last commit and what it wrote. */
    void takeBack() throws Exception {
        git("reset", "--quiet", "--hard", "HEAD~1");
    }

    /** Pushes {@code HEAD} to this branch; it may be refused. */
    Push push(String branch) throws Exception {
        return pushing("HEAD:refs/heads/" + branch);
    }

    /** A push that must be accepted. */
    Push mustPush(String branch) throws Exception {
        Push push = push(branch);
        assertThat(push.code()).as(push.words()).isZero();
        return push;
    }

    /** Deletes a branch of the bare repository; it may be refused. */
    Push delete(String branch) throws Exception {
        return pushing(":refs/heads/" + branch);
    }

    private Push pushing(String change) throws Exception {
        Program push = run("push", "origin", change);
        return new Push(push.exitCode(Duration.ZERO), push.output());
    }

    private String git(String... arguments) throws Exception {
        Program git = run(arguments);
        assertThat(git.exitCode(Duration.ZERO)).as(git.output()).isZero();
        return git.output().strip();
    }

    /** In a directory of its own, so that its log is neither content nor that of another command. */
    private Program run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", clone.toString(), "-c", "user.name=Author", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        return Program.run("git", Files.createTempDirectory(clone.getParent(), "git-"), command, PATIENCE);
    }
}
