package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import seedbed.content.ContentUnavailableException;
import seedbed.content.DirectoryContent;
import seedbed.content.Problem;
import seedbed.content.SampleTree;
import seedbed.site.SiteRenderer;

class ContentCheckTest {

    private static final List<String> ANNOUNCE = List.of("http://seedbed.example.org/announce");

    private static List<Problem> check(SampleTree tree, SiteRenderer site) throws IOException {
        return ContentCheck.check(tree::reading, site, ANNOUNCE);
    }

    @Test
    void aGoodTreeHasNoProblems() throws IOException {
        assertThat(check(new SampleTree().with("a.txt", "x").withTorrent("b.torrent"), new PlainSite()))
                .isEmpty();
    }

    @Test
    void problemsOfTheTreeAndOfThePagesAreFoundTogether() throws IOException {
        SiteRenderer site = (catalogue, outputs) -> List.of(Problem.warning("a.txt", 1, 2, "links to nowhere"));

        assertThat(check(new SampleTree().with("a.txt", "x").with("z.exe", "x"), site))
                .extracting(Problem::path)
                .containsExactly("a.txt", "z.exe");
    }

    @Test
    void withErrorsInTheTreePagesAreNotRendered() throws IOException {
        SiteRenderer site = (catalogue, outputs) -> {
            throw new AssertionError("half a tree would have false broken links");
        };

        assertThat(check(new SampleTree().with("a.torrent", "x"), site)).isNotEmpty();
    }

    @Test
    void aMissingTreeIsToldAsSuch() {
        DirectoryContent none = new DirectoryContent(Path.of("no", "such", "directory"));

        assertThatThrownBy(() -> ContentCheck.check(none, new PlainSite(), ANNOUNCE))
                .isInstanceOf(ContentUnavailableException.class);
    }
}
