package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.ByteString;

class TorrentVariantsTest {

    private static final String OURS = "http://ours/announce";

    private final TorrentVariants variants = new TorrentVariants(List.of(OURS));

    private static TorrentBuilder iso() {
        return new TorrentBuilder(11).name("a.iso").single(9);
    }

    private static Torrent read(byte[] bytes) {
        return new TorrentReader().read(bytes).torrent().orElseThrow();
    }

    private static TorrentVariants.Variants variants(TorrentVariants variants, byte[] file) {
        return variants.of(read(file), file);
    }

    private byte[] users(TorrentBuilder original) {
        return variants(variants, original.build(TorrentVersion.V1)).forUsers();
    }

    private byte[] oursAlone(byte[] file) {
        return variants(variants, file).oursAlone();
    }

    private static void assertAnnouncesToUs(byte[] torrent) {
        assertThat(TopLevel.of(torrent)).containsEntry(ByteString.utf8("announce"), TorrentBuilder.encoded(OURS));
    }

    @Test
    void aTrackerWithoutUrlIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TorrentVariants(List.of()));
    }

    @Nested
    @DisplayName("the users' variant")
    class ForUsers {

        @Test
        void announcesToUs() {
            assertAnnouncesToUs(users(iso().announce("http://a/")));
        }

        @Test
        void hasALoneAnnounceAsSecondTier() {
            assertThat(read(users(iso().announce("http://a/"))).tiers())
                    .containsExactly(List.of(OURS), List.of("http://a/"));
        }

        @Test
        void hasUsAloneWhereThereWasNoTracker() {
            assertThat(read(users(iso())).tiers()).containsExactly(List.of(OURS));
        }

        @Test
        void keepsTheOriginalTiersInOrderBehindOurs() {
            TorrentBuilder original = iso().announce("http://ignored/")
                    .tiers(List.of(List.of("http://a/", "http://b/"), List.of("http://c/")));
            assertThat(read(users(original)).tiers())
                    .containsExactly(List.of(OURS), List.of("http://a/", "http://b/"), List.of("http://c/"));
        }

        @Test
        void dropsOursDuplicatesAndEmptiesFromTheOriginalTiers() {
            TorrentBuilder original = iso().tiers(List.of(
                    List.of(OURS), List.of("http://a/", OURS, "", "http://a/"), List.of(), List.of("http://a/")));
            assertThat(read(users(original)).tiers()).containsExactly(List.of(OURS), List.of("http://a/"));
        }

        @Test
        void hasAllOurUrlsInOneTierAndTheFirstAsAnnounce() {
            TorrentVariants two = new TorrentVariants(List.of(OURS, "http://[fc00::1]/announce", OURS));
            byte[] torrent = variants(two, iso().announce("http://a/").build(TorrentVersion.V1))
                    .forUsers();
            assertAnnouncesToUs(torrent);
            assertThat(read(torrent).tiers())
                    .containsExactly(List.of(OURS, "http://[fc00::1]/announce"), List.of("http://a/"));
        }

        @Test
        void keepsWebSeedsAndNodes() {
            TorrentBuilder original = iso().webSeeds("http://w/").outer("nodes", ByteString.utf8("ll1:ai1eee"));
            assertThat(read(users(original)).webSeeds()).containsExactly("http://w/");
            assertThat(TopLevel.of(users(original))).containsKey(ByteString.utf8("nodes"));
        }
    }

    @Nested
    @DisplayName("the seed boxes' variant")
    class ForSeedBoxes {

        @Test
        void knowsNoSourceButUs() {
            TorrentBuilder original = iso().announce("http://a/")
                    .tiers(List.of(List.of("http://b/")))
                    .webSeeds("http://w/")
                    .outer("httpseeds", TorrentBuilder.encoded(List.of("http://h/")))
                    .outer("nodes", ByteString.utf8("ll1:ai1eee"))
                    .outer("comment", TorrentBuilder.encoded("kept"));
            byte[] torrent = oursAlone(original.build(TorrentVersion.V1));
            assertThat(TopLevel.of(torrent).keySet().stream().map(ByteString::toString))
                    .containsExactly("announce", "comment", "info");
            assertThat(read(torrent).tiers()).containsExactly(List.of(OURS));
        }

        @Test
        void keepsPieceLayersWithTheirBinaryKeys() {
            byte[] original = new TorrentBuilder(12).file("a", 90_000).build(TorrentVersion.V2);
            ByteString layers = ByteString.utf8("piece layers");
            assertThat(TopLevel.of(oursAlone(original)).get(layers))
                    .isEqualTo(TopLevel.of(original).get(layers));
        }
    }

    @Test
    void sortsTheOutermostKeysAndLeavesInfoUnsorted() throws Exception {
        String info = "d4:name1:a6:lengthi1e12:piece lengthi16384e6:pieces20:01234567890123456789e";
        String unsorted = "d1:zi1e4:info" + info + "1:zi1e1:bi2ee";
        byte[] variant = oursAlone(unsorted.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(variant, StandardCharsets.US_ASCII))
                .isEqualTo("d8:announce20:" + OURS + "1:bi2e4:info" + info + "1:zi1ee");
        assertThat(new BencodeDecoder().decode(variant).irregularity()).isPresent();
    }
}
