package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;

/** A leecher becomes a seed, or says so. */
abstract class CompletingContract {

    abstract TrackerUnderTest tracker();

    @Test
    void aLeecherThatCompletesIsASeedAndCountsAsOneDownload() {
        Announce client = Announce.of(tracker().newTorrent());
        client.to(tracker());
        Reply reply = client.seed().event("completed").to(tracker());

        assertThat(reply.complete()).isEqualTo(1);
        assertThat(reply.incomplete()).isZero();
        assertThat(reply.downloaded()).isEqualTo(1);
    }

    @Test
    void completingAgainCountsNothing() {
        Announce client = Announce.of(tracker().newTorrent());
        client.to(tracker());
        client.seed().event("completed").to(tracker());

        assertThat(client.to(tracker()).downloaded()).isEqualTo(1);
    }

    @Test
    void aSeedFromTheStartDownloadedNothing() {
        Announce client = Announce.of(tracker().newTorrent()).seed();
        client.event("started").to(tracker());

        assertThat(client.event("completed").to(tracker()).downloaded()).isZero();
    }

    @Test
    void aStrangerThatSaysCompletedCountsNothing() {
        Announce client = Announce.of(tracker().newTorrent()).seed();

        assertThat(client.event("completed").to(tracker()).downloaded()).isZero();
    }

    @Test
    void completedWithBytesLeftIsALeecher() {
        Announce client = Announce.of(tracker().newTorrent());
        client.to(tracker());
        Reply reply = client.event("completed").to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
        assertThat(reply.downloaded()).isZero();
    }

    @Test
    void aPartialSeedThatGetsTheRestCompletes() {
        Announce client = Announce.of(tracker().newTorrent());
        client.partialSeed().to(tracker());

        assertThat(client.seed().event("completed").to(tracker()).downloaded()).isEqualTo(1);
    }

    @Test
    void oneDownloadAnnouncedInBothFamiliesCountsOnce() {
        Announce client = Announce.of(tracker().newTorrent());
        client.from("203.0.113.4").to(tracker());
        client.from("2001:db8::4").to(tracker());
        client.seed().event("completed");
        client.from("203.0.113.4").to(tracker());

        assertThat(client.from("2001:db8::4").to(tracker()).downloaded()).isEqualTo(1);
    }

    @Test
    void twoClientsCountAsTwo() {
        InfoHash torrent = tracker().newTorrent();
        for (int i = 0; i < 2; i++) {
            Announce client = Announce.of(torrent);
            client.to(tracker());
            client.seed().event("completed").to(tracker());
        }
        assertThat(Announce.of(torrent).to(tracker()).downloaded()).isEqualTo(2);
    }

    @Test
    void aClientThatMovedMeanwhileCompletes() {
        Announce client = Announce.of(tracker().newTorrent()).from("203.0.113.1");
        client.to(tracker());

        assertThat(client.from("203.0.113.2")
                        .seed()
                        .event("completed")
                        .to(tracker())
                        .downloaded())
                .isEqualTo(1);
    }

    @Test
    void theCountOutlivesTheSwarm() {
        InfoHash torrent = tracker().newTorrent();
        Announce client = Announce.of(torrent);
        client.to(tracker());
        client.seed().event("completed").to(tracker());
        client.event("stopped").to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).downloaded()).isEqualTo(1);
    }

    @Test
    void aSeedThatNeedsBytesAgainIsALeecher() {
        Announce client = Announce.of(tracker().newTorrent()).seed();
        client.to(tracker());
        Reply reply = client.left("5").to(tracker());

        assertThat(reply.complete()).isZero();
        assertThat(reply.incomplete()).isEqualTo(1);
    }
}
