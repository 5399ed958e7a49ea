package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Replays its corpus as ordinary tests; looks for new inputs where {@code JAZZER_FUZZ=1} is set. */
class TorrentReaderFuzzTest {

    private final TorrentVariants variants = new TorrentVariants(List.of("http://ours/announce"));

    @DictionaryEntries({
        "4:info",
        "4:name",
        "6:length",
        "5:files",
        "4:path",
        "6:pieces",
        "12:piece length",
        "12:meta version",
        "9:file tree",
        "11:pieces root",
        "12:piece layers",
        "4:attr",
        "12:symlink path",
        "13:announce-list",
        "i16384e",
        "0:d6:lengthi0eee"
    })
    @FuzzTest(maxDuration = "2m")
    void anyBytesGiveATorrentOrAFault(byte[] bytes) {
        TorrentReading reading = new TorrentReader().read(bytes);
        assertThat(reading.faults())
                .allSatisfy(fault -> assertThat(fault.offset()).isBetween(0, bytes.length));
        reading.torrent().ifPresent(torrent -> rewritingKeepsTheHash(torrent, bytes));
    }

    private void rewritingKeepsTheHash(Torrent torrent, byte[] file) {
        TorrentVariants.Variants both = variants.of(torrent, file);
        for (byte[] variant : List.of(both.forUsers(), both.oursAlone())) {
            Torrent read = new TorrentReader().read(variant).torrent().orElseThrow();
            assertThat(read.swarmHashes()).isEqualTo(torrent.swarmHashes());
        }
    }
}
