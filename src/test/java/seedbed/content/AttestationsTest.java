package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seedbed.torrent.TorrentBuilder;
import seedbed.torrent.TorrentVersion;

class AttestationsTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private final SampleTree tree = new SampleTree().withTorrent("iso/campus.iso.torrent");

    private List<String> attestations() {
        CatalogueReading reading = new CatalogueReader().read(tree.reading());
        assertThat(reading.problems()).isEmpty();
        return reading.catalogue().torrents().get(0).attestations().stream()
                .map(SourceFile::path)
                .toList();
    }

    @Test
    void aListNamesTheContent() {
        tree.with("iso/SHA256SUMS", HASH + "  campus.iso\n" + HASH + "  other.iso\n");

        assertThat(attestations()).containsExactly("iso/SHA256SUMS");
    }

    @Test
    void aListMayBeWrittenForBinaryFilesOrWithTags() {
        tree.with("iso/SHA256SUMS", HASH + " *./campus.iso\n")
                .with("iso/tagged.sha256", "SHA256 (campus.iso) = " + HASH);

        assertThat(attestations()).containsExactly("iso/SHA256SUMS", "iso/tagged.sha256");
    }

    @Test
    void aListMayNameTheTorrentFileItself() {
        tree.with("iso/SHA256SUMS", HASH + "  campus.iso.torrent\n");

        assertThat(attestations()).containsExactly("iso/SHA256SUMS");
    }

    @Test
    void aListHigherUpNamesItByItsPath() {
        tree.with("SHA256SUMS", HASH + "  iso/campus.iso\n");

        assertThat(attestations()).containsExactly("SHA256SUMS");
    }

    @Test
    void aPictureBesideATorrentAttestsNothing() {
        tree.with("iso/campus.iso.png", "not looked at");

        assertThat(attestations()).isEmpty();
    }

    @Test
    void aListOfOtherFilesIsNotShown() {
        tree.with("iso/SHA256SUMS", HASH + "  other.iso\nnot a checksum  campus.iso\n");

        assertThat(attestations()).isEmpty();
    }

    @Test
    void signaturesAndChecksumsAreNamedAfterWhatTheySpeakOf() {
        tree.with("iso/campus.iso.asc", "x")
                .with("iso/campus.iso.torrent.sig", "x")
                .with("iso/campus.iso.sha256", HASH)
                .with("iso/campus.asc", "another");

        assertThat(attestations())
                .containsExactly("iso/campus.iso.asc", "iso/campus.iso.sha256", "iso/campus.iso.torrent.sig");
    }

    @Test
    void theSignatureOfAListBelongsToWhatTheListNames() {
        tree.with("iso/SHA256SUMS", HASH + "  campus.iso\n").with("iso/SHA256SUMS.asc", "x");

        assertThat(attestations()).containsExactly("iso/SHA256SUMS", "iso/SHA256SUMS.asc");
    }

    @Test
    void aListMayNameFilesInsideATorrent() {
        byte[] torrent = new TorrentBuilder(7)
                .name("lectures")
                .file("one/intro.webm", 100)
                .file("two.webm", 100)
                .build(TorrentVersion.V1);
        tree.without("iso/campus.iso.torrent")
                .with("v/l.torrent", torrent)
                .with("v/SHA256SUMS", HASH + "  lectures/one/intro.webm\n")
                .with("v/flat.sha256", HASH + "  two.webm\n");

        assertThat(attestations()).containsExactly("v/SHA256SUMS", "v/flat.sha256");
    }
}
