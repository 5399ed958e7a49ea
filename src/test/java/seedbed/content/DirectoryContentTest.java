package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryContentTest {

    @TempDir
    private Path directory;

    private ContentReading read() throws IOException {
        return new DirectoryContent(directory).read();
    }

    private List<String> problems() throws IOException {
        return read().problems().stream().map(Problem::toString).toList();
    }

    @Test
    void filesAreReadByTheirPath() throws IOException {
        new SampleTree().with("a/b/c.txt", "deep").with("d.txt", "flat").writeTo(directory);

        ContentTree tree = read().tree();

        assertThat(tree.files()).containsOnlyKeys("a/b/c.txt", "d.txt");
        SourceFile deep = Optional.ofNullable(tree.files().get("a/b/c.txt")).orElseThrow();
        assertThat(deep.bytes()).asString().isEqualTo("deep");
        assertThat(deep.size()).isEqualTo(4);
        assertThat(deep.added()).isEmpty();
        assertThat(tree.commit()).isEmpty();
    }

    @Test
    void hiddenFilesAndDirectoriesAreSkipped() throws IOException {
        new SampleTree()
                .with(".git/config", "x")
                .with("a/.draft.txt", "x")
                .with("a/b.txt", "x")
                .writeTo(directory);
        Files.createSymbolicLink(directory.resolve(".link"), directory);

        assertThat(read().tree().files()).containsOnlyKeys("a/b.txt");
        assertThat(problems()).isEmpty();
    }

    @Test
    void linksAreErrorsAndNotFollowed() throws IOException {
        Files.createSymbolicLink(directory.resolve("cycle"), directory);
        Files.createSymbolicLink(directory.resolve("passwd.txt"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(directory.resolve("dangling.txt"), Path.of("nowhere"));

        assertThat(read().tree().files()).isEmpty();
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "cycle:1:1: error: symbolic links are not published; put the file itself here",
                        "dangling.txt:1:1: error: symbolic links are not published; put the file itself here",
                        "passwd.txt:1:1: error: symbolic links are not published; put the file itself here");
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        Path tree = Files.createDirectory(directory.resolve("tree"));
        new SampleTree().with("a.txt", "x").writeTo(tree);
        Path link = Files.createSymbolicLink(directory.resolve("link"), tree);

        assertThat(new DirectoryContent(link).read().tree().files()).containsOnlyKeys("a.txt");
    }

    @Test
    void controlCharactersInNamesAreErrorsShownInOneLine() throws IOException {
        Files.writeString(directory.resolve("two\nlines.txt"), "x");
        Files.createDirectory(directory.resolve("\u001b[31m"));
        Files.writeString(directory.resolve("\u001b[31m").resolve("a.txt"), "x");

        assertThat(read().tree().files()).isEmpty();
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "<U+001B>[31m:1:1: error: the name contains the control character U+001B; names must be plain text on"
                                + " one line",
                        "two<U+000A>lines.txt:1:1: error: the name contains the control character U+000A; names must be plain"
                                + " text on one line");
    }

    @Test
    void aBackslashInANameIsAnError() throws IOException {
        Files.writeString(directory.resolve("a\\b.txt"), "x");

        assertThat(problems())
                .containsExactly("a\\b.txt:1:1: error: the name contains a backslash, which browsers take for a /");
    }

    @Test
    void aFileThatGrowsWhileTheTreeIsReadIsNotHalfPublished() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "one");
        ContentReading reading = read();
        Files.writeString(file, "one and more");

        assertThat(new CatalogueReader().read(reading).problems())
                .containsExactly(Problem.error(
                        "a.txt", "the file changed while the tree was being read; publish again when it is complete"));
    }

    @Test
    void aFileRewrittenWithEquallyManyBytesIsNoticed() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        ContentReading reading = read();
        Files.writeString(file, "two");

        assertThat(new CatalogueReader().read(reading).hasErrors()).isTrue();
    }

    @Test
    void aFileThatVanishesWhileTheTreeIsReadIsAnError() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "one");
        ContentReading reading = read();
        Files.delete(file);

        assertThat(new CatalogueReader().read(reading).problems())
                .containsExactly(Problem.error("a.txt", "the file was removed while the tree was being read"));
    }

    @Test
    void aFileReplacedByALinkWhileTheTreeIsReadIsNotFollowed() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "one");
        ContentReading reading = read();
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/etc/passwd"));

        assertThat(new CatalogueReader().read(reading).hasErrors()).isTrue();
    }

    @Test
    void aMissingDirectoryIsOneClearError() {
        assertThatThrownBy(() -> new DirectoryContent(directory.resolve("none")).read())
                .isInstanceOf(ContentUnavailableException.class)
                .hasMessage("there is no directory " + directory.resolve("none") + " to read the content from");
    }
}
