package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeException;
import seedbed.bencode.BencodeString;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueReader;
import seedbed.content.CatalogueReading;
import seedbed.content.CatalogueTorrent;
import seedbed.content.ContentReading;
import seedbed.content.DirectoryContent;
import seedbed.content.SourceFile;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentFile;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVersion;

/** The sample catalogue is what newcomers see first: it has no faults, and what it offers can be fetched. */
class SampleContentTest {

    private static final Site SITE = new Site(new SiteSettings(
            "Seedbed", "http://127.0.0.1:8080", List.of("http://127.0.0.1:8080/announce"), Optional.empty()));

    private static CatalogueReading reading() throws IOException {
        try (ContentReading content = new DirectoryContent(SampleTorrents.CONTENT).read()) {
            return new CatalogueReader().read(content);
        }
    }

    private static Torrent torrent(byte[] bytes) {
        return new TorrentReader().read(bytes).torrent().orElseThrow();
    }

    @Test
    void itHasNoProblems() throws IOException {
        CatalogueReading reading = reading();
        assertThat(reading.problems()).isEmpty();
        assertThat(SITE.render(reading.catalogue(), (path, bytes) -> {})).isEmpty();
    }

    @Test
    void theTorrentsAreThoseThatTheFilesGive() throws IOException {
        SortedMap<String, byte[]> made = SampleTorrents.make();
        assertThat(reading().catalogue().torrents())
                .extracting(CatalogueTorrent::path)
                .containsExactlyElementsOf(made.keySet());
        for (Map.Entry<String, byte[]> torrent : made.entrySet()) {
            assertThat(Files.readAllBytes(SampleTorrents.CONTENT.resolve(torrent.getKey())))
                    .describedAs("%s, which SampleTorrents writes anew", torrent.getKey())
                    .isEqualTo(torrent.getValue());
        }
    }

    @Test
    void thereIsATorrentOfEachKindThatCanBeExportedToSeedBoxes() throws IOException {
        assertThat(reading().catalogue().torrents())
                .extracting(
                        entry -> entry.torrent().version(),
                        entry -> entry.torrent().multiFile())
                .contains(
                        tuple(TorrentVersion.V1, true),
                        tuple(TorrentVersion.V1, false),
                        tuple(TorrentVersion.HYBRID, false));
    }

    @Test
    void everyPieceCanBeFetchedFromTheDemosOwnServer() throws Exception {
        for (Map.Entry<String, byte[]> made : SampleTorrents.make().entrySet()) {
            Torrent torrent = torrent(made.getValue());
            ByteArrayOutputStream fetched = new ByteArrayOutputStream();
            for (TorrentFile file : torrent.files()) {
                fetched.writeBytes(file.padding() ? new byte[(int) file.length()] : fetch(torrent, file));
            }
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            SampleTorrent.hashes("SHA-1", fetched.toByteArray(), (int) torrent.pieceLength())
                    .forEach(hashes::writeBytes);
            assertThat(hashes.toByteArray()).describedAs(made.getKey()).isEqualTo(pieces(made.getValue()));
        }
    }

    /** What a client is sent when it asks the web seed for a file (BEP 19). */
    private static byte[] fetch(Torrent torrent, TorrentFile file) throws IOException {
        String seed = torrent.webSeeds().get(0);
        String folder = torrent.multiFile() ? seed + torrent.name() + '/' : seed;
        String address = folder.endsWith("/") ? folder + file.joinedPath() : folder;
        assertThat(address).startsWith(SampleTorrents.DEMO);
        return Files.readAllBytes(SampleTorrents.CONTENT.resolve(address.substring(SampleTorrents.DEMO.length())));
    }

    private static byte[] pieces(byte[] torrent) throws BencodeException {
        BencodeDictionary whole = (BencodeDictionary) new BencodeDecoder().decode(torrent);
        BencodeDictionary info = (BencodeDictionary) whole.get("info").orElseThrow();
        return ((BencodeString) info.get("pieces").orElseThrow()).value().toBytes();
    }

    @Test
    void noTorrentPointsToATrackerElsewhere() throws IOException {
        assertThat(reading().catalogue().torrents())
                .allSatisfy(entry -> assertThat(entry.torrent().tiers()).isEmpty());
    }

    @Test
    void theChecksumsAreThoseOfTheFiles() throws Exception {
        for (SourceFile copy : reading().catalogue().copies()) {
            if (copy.name().equals("SHA256SUMS") || copy.name().endsWith(".sha256")) {
                Path folder = SampleTorrents.CONTENT.resolve(WebPath.directory(copy.path()));
                for (String line :
                        new String(copy.bytes(), StandardCharsets.UTF_8).lines().toList()) {
                    byte[] file = Files.readAllBytes(folder.resolve(line.substring(66)));
                    assertThat(line)
                            .startsWith(HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(file)));
                }
            }
        }
    }

    @Test
    void everyReferenceLeadsToAFile() throws IOException {
        RenderedSite site = new RenderedSite();
        Catalogue catalogue = reading().catalogue();
        SITE.render(catalogue, (path, content) -> site.outputs().put(path, content.bytes()));
        Set<String> published = new HashSet<>(site.outputs().keySet());
        catalogue.copies().forEach(copy -> published.add(copy.path()));
        catalogue.torrents().forEach(torrent -> published.addAll(List.of(torrent.path(), torrent.campusPath())));
        published.add("savings.json");
        published.add("savings.csv");
        List<String> pages = site.outputs().keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .sorted(Comparator.naturalOrder())
                .toList();
        for (String page : pages) {
            assertThat(site.references(page))
                    .filteredOn(reference -> !reference.contains(":") && !reference.startsWith("#"))
                    .allSatisfy(reference -> assertThat(published).contains(file(page, reference)));
        }
    }

    private static String file(String page, String reference) {
        String path = URLDecoder.decode(reference.replaceFirst("[?#].*", ""), StandardCharsets.UTF_8);
        String target = WebPath.resolve(page, path).orElseThrow();
        boolean listing = path.endsWith("/") || path.endsWith("..") || path.equals(".");
        return listing ? target + (target.isEmpty() ? "" : "/") + WebPath.LISTING : target;
    }
}
