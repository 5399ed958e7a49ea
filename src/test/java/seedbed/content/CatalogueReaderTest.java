package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import seedbed.torrent.TorrentBuilder;
import seedbed.torrent.TorrentVersion;

class CatalogueReaderTest {

    private final SampleTree tree = new SampleTree();

    private CatalogueReading read() {
        return new CatalogueReader().read(tree.reading());
    }

    private List<String> problems() {
        return read().problems().stream().map(Problem::toString).toList();
    }

    @Test
    void anEmptyTreeIsAFrontPageAndNoProblem() {
        CatalogueReading reading = read();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.catalogue().outputs()).containsOnlyKeys("index.html");
        assertThat(reading.catalogue().root().path()).isEmpty();
    }

    @Nested
    class Pages {

        @Test
        void aTextIsAPage() {
            tree.with("a/b.txt", "# Hello");

            assertThat(read().catalogue().pages()).containsExactly(new Page("a/b.txt", "a/b.html", "# Hello"));
        }

        @Test
        void theExtensionMayBeInUpperCase() {
            tree.with("README.TXT", "# Hello");

            assertThat(read().catalogue().outputs()).containsEntry("README.html", "README.TXT");
        }

        @Test
        void aByteOrderMarkIsNotPartOfTheText() {
            tree.with("a.txt", "\uFEFF# Hello");

            assertThat(read().catalogue().pages().get(0).text()).isEqualTo("# Hello");
        }

        @Test
        void theIndexStandsAboveTheListingAndIsNoPageOfItsOwn() {
            tree.with("a/index.txt", "Welcome").with("index.txt", "Front");

            Catalogue catalogue = read().catalogue();

            assertThat(catalogue.pages()).isEmpty();
            assertThat(catalogue.directories())
                    .extracting(directory -> directory.introduction().map(Page::text))
                    .containsExactly(Optional.of("Front"), Optional.of("Welcome"));
        }

        @Test
        void aTextThatIsNotUtf8IsAnErrorAtItsFirstBadByte() {
            byte[] text = "Grüße\nGrüße\n".getBytes(StandardCharsets.UTF_8);
            byte[] latin1 = "é".getBytes(StandardCharsets.ISO_8859_1);
            byte[] both = new byte[text.length + 4];
            System.arraycopy(text, 0, both, 0, text.length);
            System.arraycopy("äx".getBytes(StandardCharsets.UTF_8), 0, both, text.length, 3);
            both[text.length + 3] = latin1[0];
            tree.with("a.txt", both);

            assertThat(problems())
                    .containsExactly(
                            "a.txt:3:3: error: is not UTF-8 text: the byte at offset 19 is not part of a character");
        }

        @Test
        void aTextCutOffWithinACharacterIsAnError() {
            tree.with("a.txt", new byte[] {'x', (byte) 0xC3});

            assertThat(problems())
                    .containsExactly(
                            "a.txt:1:2: error: is not UTF-8 text: the byte at offset 1 is not part of a character");
        }

        @Test
        void aHugeTextIsAnError() {
            tree.with("a.txt", new byte[(4 << 20) + 1]);

            assertThat(problems()).containsExactly("a.txt:1:1: error: has 4194305 bytes; texts may have at most 4 MiB");
        }
    }

    @Nested
    class Torrents {

        @Test
        void aTorrentHasAPageAndTheTextBesideItAsDescription() {
            tree.withTorrent("a/c.iso.torrent").with("a/c.iso.txt", "What it is");

            Catalogue catalogue = read().catalogue();

            CatalogueTorrent torrent = catalogue.torrents().get(0);
            assertThat(torrent.path()).isEqualTo("a/c.iso.torrent");
            assertThat(torrent.page()).isEqualTo("a/c.iso.html");
            assertThat(torrent.torrent().name()).isEqualTo("c.iso");
            assertThat(torrent.file().size()).isEqualTo(tree.bytes("a/c.iso.torrent").length);
            assertThat(torrent.description().map(Page::text)).contains("What it is");
            assertThat(catalogue.pages()).isEmpty();
        }

        @Test
        void faultsAreReportedAtTheirByte() {
            tree.with("c.torrent", "d4:infoi1e");

            assertThat(read().problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.path()).isEqualTo("c.torrent");
                assertThat(problem.line()).isEqualTo(1);
                assertThat(problem.column()).isGreaterThan(1);
                assertThat(problem.isError()).isTrue();
            });
        }

        @Test
        void aPrivateTorrentIsAnError() {
            byte[] bytes = new TorrentBuilder(1)
                    .name("x")
                    .single(10)
                    .info("private", TorrentBuilder.integer(1))
                    .build(TorrentVersion.V1);
            tree.with("c.torrent", bytes);

            assertThat(read().hasErrors()).isTrue();
        }

        @Test
        void twoTorrentsWithOneInfoHashAreAnErrorThatNamesBoth() {
            tree.withTorrent("a/c.torrent").with("b/d.torrent", tree.bytes("a/c.torrent"));

            assertThat(problems())
                    .singleElement()
                    .asString()
                    .startsWith("b/d.torrent:1:1: error: has the same info-hash as a/c.torrent (");
        }

        @Test
        void aTorrentForVersion2AloneIsNotForSeedBoxes() {
            tree.with("c.torrent", SampleTree.torrent("c.torrent", TorrentVersion.V2));

            assertThat(read().hasErrors()).isFalse();
            assertThat(problems()).anyMatch(problem -> problem.contains("seed boxes will not have it"));
        }

        @Test
        void aHugeTorrentIsAnErrorAndNotRead() {
            tree.with("c.torrent", new byte[(10 << 20) + 1]);

            assertThat(problems())
                    .containsExactly("c.torrent:1:1: error: has 10485761 bytes; torrents may have at most 10 MiB");
        }
    }

    @Nested
    class Copies {

        @Test
        void imagesChecksumsAndSignaturesAreCopied() {
            for (String name : List.of("a.png", "b.JPG", "SHA256SUMS", "c.sha256", "d.asc", "e.sig", "f.svg")) {
                tree.with(name, "x");
            }

            Catalogue catalogue = read().catalogue();

            assertThat(catalogue.copies())
                    .extracting(SourceFile::path)
                    .containsExactly("SHA256SUMS", "a.png", "b.JPG", "c.sha256", "d.asc", "e.sig", "f.svg");
            assertThat(catalogue.images()).extracting(SourceFile::path).containsExactly("a.png", "b.JPG", "f.svg");
        }

        @Test
        void anythingElseIsAWarningAndNotPublished() {
            tree.with("page.html", "x").with("Makefile", "x").with("png", "x");

            assertThat(read().hasErrors()).isFalse();
            assertThat(read().problems()).extracting(Problem::path).containsExactly("Makefile", "page.html", "png");
            assertThat(read().catalogue().outputs()).containsOnlyKeys("index.html");
        }

        @Test
        void aDirectoryWithNothingToPublishHasNoListing() {
            tree.with("src/Makefile", "x");

            assertThat(read().catalogue().directories()).hasSize(1);
        }
    }

    @Nested
    class Directories {

        @Test
        void theyAreListedFromTheRootDownWithWhatIsDirectlyInThem() {
            tree.with("a/b/c.txt", "x").withTorrent("a/t.torrent").with("z/i.png", "x");

            Catalogue catalogue = read().catalogue();

            assertThat(catalogue.directories()).extracting(Directory::path).containsExactly("", "a", "a/b", "z");
            Directory a = catalogue.root().directories().get(0);
            assertThat(a.name()).isEqualTo("a");
            assertThat(a.output()).isEqualTo("a/index.html");
            assertThat(a.torrents()).extracting(CatalogueTorrent::path).containsExactly("a/t.torrent");
            assertThat(a.directories()).extracting(Directory::path).containsExactly("a/b");
            assertThat(a.directories().get(0).pages()).extracting(Page::source).containsExactly("a/b/c.txt");
            assertThat(catalogue.root().directories().get(1).copies()).hasSize(1);
        }
    }

    @Test
    void allProblemsAreFoundAtOnceAndSorted() {
        tree.with("b.txt", new byte[] {(byte) 0xFF}).with("a.torrent", "x").with("c.exe", "x");

        assertThat(read().problems()).extracting(Problem::path).containsExactly("a.torrent", "b.txt", "c.exe");
    }
}
