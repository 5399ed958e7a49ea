package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import seedbed.torrent.MagnetLink;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;

class CatalogueJsonTest {

    private static final Instant DAY = Instant.parse("2026-03-05T08:09:10Z");

    private static Torrent read(byte[] torrent) {
        return new TorrentReader().read(torrent).torrent().orElseThrow();
    }

    @Test
    void aTorrentIsToldWithAllItsKeys() throws IOException {
        Torrent torrent = read(RenderedSite.torrentOf("c.iso"));
        String magnet = new MagnetLink(List.of("https://mirror.example/announce")).of(torrent);
        assertThat(new RenderedSite()
                        .commit("abcd", DAY)
                        .torrentAdded("a/c.torrent", "c.iso", DAY)
                        .text("a/c.txt", "# A \"disc\"")
                        .render()
                        .page("catalogue.json"))
                .isEqualTo("{\"title\":\"Mirror & Co\",\"commit\":\"abcd\",\"torrents\":[\n"
                        + "{\"path\":\"a/c.torrent\",\"name\":\"c.iso\",\"title\":\"A \\\"disc\\\"\",\"info_hash\":\""
                        + torrent.v1().orElseThrow().hex() + "\",\"info_hash_v2\":null,\"size\":16,\"files\":1,"
                        + "\"torrent\":\"https://mirror.example/pub/a/c.torrent\","
                        + "\"page\":\"https://mirror.example/pub/a/c.html\",\"magnet\":\"" + magnet
                        + "\",\"added\":\"2026-03-05T08:09:10Z\"}]}\n");
    }

    @Test
    void aHybridHasBothHashes() throws IOException {
        byte[] hybrid = new SampleTorrent("h", false, new TreeMap<>(Map.of("h", new byte[50_000]))).hybrid();
        assertThat(new RenderedSite().file("h.torrent", hybrid).render().page("catalogue.json"))
                .contains("\"info_hash\":\"" + read(hybrid).v1().orElseThrow().hex() + '"')
                .contains(
                        "\"info_hash_v2\":\"" + read(hybrid).v2().orElseThrow().hex() + '"');
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        assertThat(new RenderedSite().torrent("c.torrent", "c").render().page("catalogue.json"))
                .contains("\"commit\":null", "\"added\":null");
    }

    @Test
    void anEmptyCatalogueIsStillOne() throws IOException {
        assertThat(new RenderedSite().render().page("catalogue.json"))
                .isEqualTo("{\"title\":\"Mirror & Co\",\"commit\":null,\"torrents\":[]}\n");
    }

    @Test
    void namesThatNeedItAreEscaped() throws IOException {
        RenderedSite site = new RenderedSite()
                .torrent("c.torrent", "c")
                .text("c.txt", "# quote \" backslash \\\\ bell \u0007")
                .render();
        try (JsonParser json = new JsonFactory().createParser(site.bytes("catalogue.json"))) {
            List<String> strings = new ArrayList<>();
            while (json.nextToken() != null) {
                strings.add(json.getText());
            }
            assertThat(strings).contains("quote \" backslash \\ bell \u0007");
        }
    }
}
