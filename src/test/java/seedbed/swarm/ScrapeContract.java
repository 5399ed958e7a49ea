package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;

/** A client asks how large swarms are (BEP 48). */
abstract class ScrapeContract {

    abstract TrackerUnderTest tracker();

    @Test
    void aScrapeTellsSeedsLeechersAndDownloads() {
        InfoHash torrent = tracker().newTorrent();
        Announce client = Announce.of(torrent);
        client.to(tracker());
        client.seed().event("completed").to(tracker());
        Announce.of(torrent).to(tracker());
        Announce.of(torrent).partialSeed().to(tracker());
        Reply file = scrape(torrent).file(torrent);

        assertThat(file.keys()).containsExactly("complete", "downloaded", "incomplete");
        assertThat(file.complete()).isEqualTo(1);
        assertThat(file.incomplete()).isEqualTo(2);
        assertThat(file.downloaded()).isEqualTo(1);
    }

    @Test
    void aTorrentNobodyAnnouncedHasZeros() {
        InfoHash torrent = tracker().newTorrent();

        assertZeros(scrape(torrent).file(torrent));
    }

    @Test
    void aTorrentNobodyPublishedHasZeros() {
        InfoHash torrent = Hashes.random();

        assertZeros(scrape(torrent).file(torrent));
    }

    @Test
    void aTorrentThatWasTakenBackHasZeros() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).to(tracker());
        tracker().unlist(torrent);

        assertZeros(scrape(torrent).file(torrent));
    }

    @Test
    void scrapingMakesNoSwarm() {
        InfoHash torrent = tracker().newTorrent();
        scrape(torrent);

        assertThat(Announce.of(torrent).to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void manyHashesComeBackSortedAndEachOnce() {
        List<InfoHash> torrents = hashes(20);
        torrents.addAll(torrents.subList(0, 5));

        assertThat(scrape(torrents.toArray(InfoHash[]::new)).files())
                .containsExactlyElementsOf(
                        torrents.stream().map(InfoHash::hex).distinct().sorted().toList());
    }

    @Test
    void sixtyFourHashesAreAnswered() {
        assertThat(scrape(hashes(64).toArray(InfoHash[]::new)).files()).hasSize(64);
    }

    @Test
    void sixtyFiveHashesAreRefused() {
        assertThat(scrape(hashes(65).toArray(InfoHash[]::new)).failureReason()).contains("64");
    }

    @Test
    void repetitionsDoNotCountTowardsTheLimit() {
        List<InfoHash> torrents = hashes(60);
        torrents.addAll(torrents.subList(0, 10));

        assertThat(scrape(torrents.toArray(InfoHash[]::new)).files()).hasSize(60);
    }

    @Test
    void withoutAHashItIsRefused() {
        assertThat(Reply.read(tracker().get("/scrape", "203.0.113.1")).isRefusal())
                .isTrue();
    }

    @Test
    void oneBadHashAmongGoodOnesIsRefused() {
        String query = "/scrape?info_hash=" + Hashes.encoded(Hashes.random().toBytes()) + "&info_hash=short";

        assertThat(Reply.read(tracker().get(query, "203.0.113.1")).isRefusal()).isTrue();
    }

    @Test
    void aPlusIsASpaceWhereOnlyThatHashIsListed() {
        InfoHash torrent = Hashes.ascii("scrape scrape scrape");
        tracker().list(torrent);
        Announce.of(torrent).to(tracker());
        Reply reply = Reply.read(tracker().get("/scrape?info_hash=scrape+scrape+scrape", "203.0.113.1"));

        assertThat(reply.file(torrent).incomplete()).isEqualTo(1);
    }

    private static void assertZeros(Reply file) {
        assertThat(List.of(file.complete(), file.incomplete(), file.downloaded()))
                .containsOnly(0L);
    }

    private static List<InfoHash> hashes(int count) {
        List<InfoHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(Hashes.random());
        }
        return hashes;
    }

    private Reply scrape(InfoHash... torrents) {
        String query = List.of(torrents).stream()
                .map(torrent -> "info_hash=" + Hashes.encoded(torrent.toBytes()))
                .collect(Collectors.joining("&"));
        return Reply.read(tracker().get("/scrape?" + query, "203.0.113.1"));
    }
}
