package seedbed.launch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.content.ContentSource;
import seedbed.content.DirectoryContent;
import seedbed.content.GitContent;
import seedbed.content.Problem;
import seedbed.release.ContentCheck;
import seedbed.wiring.Publication;

/** {@code check}: is this tree fit to be published? Needs neither database nor network. */
@Command(
        name = "check",
        description = "Validates content and prints its problems, one a line.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable SeedbedCommand parent;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR or GIT-DIR",
            description = "A directory, or a git repository; default: content.dir or content.git.")
    private @Nullable Path where;

    @Option(names = "--commit", paramLabel = "REV", description = "The commit of the repository to check.")
    private @Nullable String commit;

    @Override
    public Integer call() throws Exception {
        Settings settings = requireNonNull(parent).settings();
        List<Problem> problems =
                ContentCheck.check(source(settings), Publication.site(settings), Publication.announceUrls(settings));
        problems.forEach(System.out::println);
        long errors = problems.stream().filter(Problem::isError).count();
        System.err.println(summary(errors, problems.size() - errors));
        return errors == 0 ? SeedbedCommand.OK : SeedbedCommand.CONTENT_ERRORS;
    }

    private ContentSource source(Settings settings) {
        if (where == null) {
            return Publication.source(settings, Optional.ofNullable(commit));
        }
        if (!Files.isDirectory(where)) {
            throw new StartFailure("check " + where + ": expected a directory or a git repository");
        }
        boolean bare = Files.isRegularFile(where.resolve("HEAD")) && Files.isDirectory(where.resolve("objects"));
        if (commit != null || bare) {
            return repository(where, commit == null ? settings.get(Keys.CONTENT_REF) : commit);
        }
        return new DirectoryContent(where);
    }

    /** Run by a hook of git, it sees what is being pushed as well. */
    private static ContentSource repository(Path directory, String revision) {
        return Optional.ofNullable(System.getenv("GIT_QUARANTINE_PATH"))
                .map(quarantine -> GitContent.beingPushed(directory, revision, Path.of(quarantine)))
                .orElseGet(() -> new GitContent(directory, revision));
    }

    private static String summary(long errors, long warnings) {
        return errors
                + (errors == 1 ? " error, " : " errors, ")
                + warnings
                + (warnings == 1 ? " warning" : " warnings");
    }
}
