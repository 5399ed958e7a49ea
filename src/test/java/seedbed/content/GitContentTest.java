package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitContentTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z");

    @TempDir
    private Path folder;

    private Path directory;
    private SampleRepository repository;

    @BeforeEach
    void create() throws IOException {
        directory = folder.resolve("content.git");
        repository = new SampleRepository(directory);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private ContentReading read(String ref) throws IOException {
        return new GitContent(directory, ref).read();
    }

    private List<String> problems() throws IOException {
        try (ContentReading reading = read("HEAD")) {
            return reading.problems().stream().map(Problem::toString).toList();
        }
    }

    private static SourceFile file(ContentReading reading, String path) {
        return Optional.ofNullable(reading.tree().files().get(path)).orElseThrow();
    }

    @Test
    void theCommitAndItsFilesAreRead() throws IOException {
        repository.replaceBy(new SampleTree().with("a/b.txt", "deep").with("c.txt", "flat"));
        ObjectId id = repository.commit(MONDAY);

        try (ContentReading reading = read("main")) {
            assertThat(reading.tree().commit()).contains(new Commit(id.name(), MONDAY));
            assertThat(reading.tree().files()).containsOnlyKeys("a/b.txt", "c.txt");
            assertThat(file(reading, "a/b.txt").bytes()).asString().isEqualTo("deep");
            assertThat(file(reading, "a/b.txt").size()).isEqualTo(4);
        }
    }

    @Test
    void anOlderCommitCanBeReadByItsName() throws IOException {
        ObjectId old =
                repository.replaceBy(new SampleTree().with("old.txt", "x")).commit(MONDAY);
        repository.replaceBy(new SampleTree().with("new.txt", "x")).commit(TUESDAY, old);

        try (ContentReading reading = read(old.name())) {
            assertThat(reading.tree().files()).containsOnlyKeys("old.txt");
        }
    }

    @Test
    void aFileWasAddedByTheCommitThatIntroducedItsPath() throws IOException {
        ObjectId first =
                repository.replaceBy(new SampleTree().with("a.txt", "1")).commit(MONDAY);
        repository
                .replaceBy(new SampleTree().with("a.txt", "2").with("d/b.txt", "x"))
                .commit(TUESDAY, first);

        try (ContentReading reading = read("HEAD")) {
            assertThat(file(reading, "a.txt").added()).contains(MONDAY);
            assertThat(file(reading, "d/b.txt").added()).contains(TUESDAY);
        }
    }

    @Test
    void whatWasReadBeforeIsAddedWhenItWas() throws IOException {
        ObjectId first =
                repository.replaceBy(new SampleTree().with("a.txt", "1")).commit(MONDAY);
        GitContent content = new GitContent(directory, "HEAD");
        content.read().close();
        repository
                .replaceBy(new SampleTree().with("a.txt", "2").with("b.txt", "x"))
                .commit(TUESDAY, first);

        try (ContentReading reading = content.read()) {
            assertThat(file(reading, "a.txt").added()).contains(MONDAY);
            assertThat(file(reading, "b.txt").added()).contains(TUESDAY);
        }
    }

    @Test
    void aFileThatCameBackWasAddedWhenItCameBack() throws IOException {
        ObjectId first =
                repository.replaceBy(new SampleTree().with("a.txt", "1")).commit(MONDAY);
        ObjectId second =
                repository.replaceBy(new SampleTree().with("b.txt", "1")).commit(TUESDAY, first);
        repository.replaceBy(new SampleTree().with("a.txt", "1")).commit(WEDNESDAY, second);

        try (ContentReading reading = read("HEAD")) {
            assertThat(file(reading, "a.txt").added()).contains(WEDNESDAY);
        }
    }

    @Test
    void aMergeIntroducesNothingThatABranchHad() throws IOException {
        ObjectId base =
                repository.replaceBy(new SampleTree().with("a.txt", "1")).commit(MONDAY);
        ObjectId side = repository
                .replaceBy(new SampleTree().with("a.txt", "1").with("b.txt", "1"))
                .commit(TUESDAY, base);
        repository.commit(WEDNESDAY, base, side);

        try (ContentReading reading = read("HEAD")) {
            assertThat(file(reading, "b.txt").added()).contains(TUESDAY);
        }
    }

    @Test
    void linksAndSubmodulesAreErrors() throws IOException {
        repository
                .with(FileMode.SYMLINK, "link.txt", "a.txt".getBytes(StandardCharsets.UTF_8))
                .with(FileMode.GITLINK, "module", new byte[0])
                .commit(MONDAY);

        assertThat(problems())
                .containsExactly(
                        "link.txt:1:1: error: symbolic links are not published; put the file itself here",
                        "module:1:1: error: submodules are not published; put the files themselves here");
    }

    @Test
    void namesThatAreNotUtf8OrHaveControlCharactersAreErrors() throws IOException {
        repository
                .with(FileMode.REGULAR_FILE, "caf\u00e9.txt", new byte[0])
                .with(FileMode.REGULAR_FILE, "tab\there.txt", new byte[0])
                .commit(MONDAY);

        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("is not valid UTF-8"))
                .anyMatch(problem -> problem.startsWith("tab<U+0009>here.txt:1:1: error: "));
    }

    @Test
    void hiddenFilesAreSkipped() throws IOException {
        repository
                .replaceBy(new SampleTree()
                        .with(".gitignore", "x")
                        .with("a/.b/c.txt", "x")
                        .with("d.txt", "x"))
                .commit(MONDAY);

        try (ContentReading reading = read("HEAD")) {
            assertThat(reading.tree().files()).containsOnlyKeys("d.txt");
            assertThat(reading.problems()).isEmpty();
        }
    }

    @Test
    void gitAndADirectoryGiveTheSameCatalogue() throws IOException {
        SampleTree tree = new SampleTree()
                .withTorrent("a/c.torrent")
                .with("a/c.txt", "x")
                .with("a/index.txt", "x")
                .with("i.png", "x")
                .with("odd.exe", "x")
                .with(".hidden", "x");
        repository.replaceBy(tree).commit(MONDAY);
        tree.writeTo(folder.resolve("plain"));

        try (ContentReading git = read("HEAD");
                ContentReading plain = new DirectoryContent(folder.resolve("plain")).read()) {
            CatalogueReading fromGit = new CatalogueReader().read(git);
            CatalogueReading fromPlain = new CatalogueReader().read(plain);
            assertThat(fromGit.problems()).isEqualTo(fromPlain.problems());
            assertThat(fromGit.catalogue().outputs())
                    .isEqualTo(fromPlain.catalogue().outputs());
            assertThat(fromGit.catalogue().torrents().get(0).added()).isEqualTo(Optional.of(MONDAY));
        }
    }

    @Test
    void aWorkTreeIsFoundByItsTop() throws IOException {
        repository.replaceBy(new SampleTree().with("a.txt", "x")).commit(MONDAY);
        Path top = Files.createDirectory(folder.resolve("work"));
        Files.writeString(top.resolve(".git"), "gitdir: " + directory + "\n");

        try (ContentReading reading = new GitContent(top, "HEAD").read()) {
            assertThat(reading.tree().files()).containsOnlyKeys("a.txt");
        }
    }

    @Test
    void aMissingRepositoryIsOneClearError() {
        assertThatThrownBy(() -> new GitContent(folder.resolve("none"), "HEAD").read())
                .isInstanceOf(ContentUnavailableException.class)
                .hasMessage("there is no git repository at " + folder.resolve("none") + " to read the content from");
    }

    @Test
    void aMissingCommitIsOneClearError() {
        assertThatThrownBy(() -> read("nope"))
                .isInstanceOf(ContentUnavailableException.class)
                .hasMessage("the git repository " + directory + " has no commit \"nope\"");
    }

    @Test
    void aNameThatIsNoCommitIsOneClearError() throws IOException {
        repository.replaceBy(new SampleTree().with("a.txt", "x")).commit(MONDAY);

        assertThatThrownBy(() -> read("HEAD:a.txt")).isInstanceOf(ContentUnavailableException.class);
        assertThatThrownBy(() -> read("HEAD^{")).isInstanceOf(ContentUnavailableException.class);
    }

    @Test
    void aFileWhoseObjectIsMissingIsAnError() throws IOException {
        repository.replaceBy(new SampleTree().with("a.txt", "x")).commit(MONDAY);
        repository.forget("x".getBytes(StandardCharsets.UTF_8));

        assertThat(problems()).singleElement().asString().startsWith("a.txt:1:1: error: the git repository lacks");
    }

    @Test
    void whatIsBeingPushedIsReadFromItsQuarantine() throws IOException {
        repository.replaceBy(new SampleTree().with("old.txt", "old"));
        ObjectId first = repository.commit(MONDAY);
        Path quarantine = Files.createDirectories(directory.resolve("objects/tmp_objdir-incoming"));
        try (SampleRepository pushed = new SampleRepository(folder.resolve("pushed.git"))) {
            pushed.replaceBy(new SampleTree().with("old.txt", "old")).commit(MONDAY);
            pushed.replaceBy(new SampleTree().with("new.txt", "new"));
            ObjectId second = pushed.commit(TUESDAY, first);
            FileUtils.copyDirectory(folder.resolve("pushed.git/objects").toFile(), quarantine.toFile());

            try (ContentReading reading =
                    GitContent.beingPushed(directory, second.name(), quarantine).read()) {
                assertThat(reading.tree().files()).containsOnlyKeys("new.txt");
                assertThat(file(reading, "new.txt").bytes()).asString().isEqualTo("new");
            }
            assertThatThrownBy(() -> read(second.name())).isInstanceOf(ContentUnavailableException.class);
        }
    }
}
