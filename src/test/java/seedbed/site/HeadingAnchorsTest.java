package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadingAnchorsTest {

    private final HeadingAnchors anchors = new HeadingAnchors();

    @Test
    void wordsAreJoinedByHyphens() {
        assertThat(anchors.next("Getting  a client – today!")).isEqualTo("getting-a-client-today");
    }

    @Test
    void lettersOfAllScriptsStay() {
        assertThat(anchors.next("Größe und Ελλάδα")).isEqualTo("größe-und-ελλάδα");
    }

    @Test
    void aRepeatedHeadingIsNumbered() {
        assertThat(anchors.next("Files")).isEqualTo("files");
        assertThat(anchors.next("Files")).isEqualTo("files-1");
        assertThat(anchors.next("Files")).isEqualTo("files-2");
    }

    @Test
    void aNumberedNameThatAHeadingHasAlreadyIsSkipped() {
        assertThat(anchors.next("Files 1")).isEqualTo("files-1");
        assertThat(anchors.next("Files")).isEqualTo("files");
        assertThat(anchors.next("Files")).isEqualTo("files-2");
    }

    @Test
    void aHeadingWithoutLettersHasANameToo() {
        assertThat(anchors.next("?!")).isEqualTo("section");
    }

    @Test
    void noHeadingTakesANameThatTheTemplatesUse() {
        assertThat(anchors.next("_content")).isEqualTo("content");
    }
}
