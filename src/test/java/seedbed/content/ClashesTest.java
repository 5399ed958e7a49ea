package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of which no two, or none at all, can be published where they would be. */
class ClashesTest {

    private final SampleTree tree = new SampleTree();

    private List<String> problems() {
        return new CatalogueReader()
                .read(tree.reading()).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void twoTextsForOnePageAreAnErrorThatNamesBoth() {
        tree.with("a.TXT", "x").with("a.txt", "y");

        assertThat(problems())
                .containsExactly("a.txt:1:1: error: would be published as a.html, which already comes from a.TXT");
    }

    @Test
    void aTorrentCalledIndexClashesWithTheListing() {
        tree.withTorrent("a/index.torrent");

        assertThat(problems())
                .containsExactly(
                        "a/index.torrent:1:1: error: would be published as a/index.html, which already comes from a/");
    }

    @Test
    void aTorrentCalledAsTheCampusVariantOfAnotherIsAnErrorThatNamesBoth() {
        tree.withTorrent("a/c.torrent").withTorrent("a/c.campus.torrent");

        assertThat(problems())
                .containsExactly(
                        "a/c.torrent:1:1: error: would be published as a/c.campus.torrent, which already comes from"
                                + " a/c.campus.torrent");
    }

    @Test
    void twoIntroductionsOfOneDirectoryAreAnError() {
        tree.with("Index.txt", "x").with("index.txt", "y");

        assertThat(problems())
                .containsExactly(
                        "index.txt:1:1: error: would be published as index.html, which already comes from Index.txt");
    }

    @Test
    void aPageCannotBeCalledLikeADirectory() {
        tree.with("a.txt", "x").with("a.html/b.txt", "y");

        assertThat(problems())
                .containsExactly("a.txt:1:1: error: would be published as a.html, but there is a directory a.html/");
    }

    @Test
    void theSitesOwnPagesCannotBeReplaced() {
        tree.with("catalogue-2.txt", "x")
                .with("savings.txt", "x")
                .with("sub/feed.xml/x.txt", "x")
                .with("sub/savings.txt", "x")
                .with("catalogue-of-plants.txt", "x");

        assertThat(problems())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("catalogue-2.txt:1:1: error: would be published as"))
                .anyMatch(problem -> problem.startsWith("savings.txt:1:1: error: would be published as"))
                .anyMatch(problem -> problem.startsWith("sub/feed.xml:1:1: error: would be published as"));
    }

    @Test
    void theServersOwnPathsCannotBePublished() {
        tree.with("announce/x.txt", "x")
                .with("404.txt", "x")
                .with("sub/404.txt", "x")
                .with("announce.txt", "x");

        assertThat(problems())
                .containsExactly(
                        "404.txt:1:1: error: would be published as 404.html, a path that the server keeps for itself",
                        "announce:1:1: error: would be published as announce, a path that the server keeps for itself");
    }

    @Test
    void pathsThatDifferOnlyInCaseAreAWarning() {
        tree.with("a/Map.png", "x").with("a/map.png", "x");

        assertThat(problems())
                .containsExactly("a/map.png: warning: is published as a/map.png, which differs from"
                        + " a/Map.png only in case or in the form of its accents; on some systems both are one file");
    }

    @Test
    void aPageNameMustFitIntoAFileSystem() {
        tree.with("x".repeat(251) + ".txt", "x");

        assertThat(problems()).singleElement().asString().contains("under a name of more than 255 bytes");
    }
}
