package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.InfoHash;

/** What the parameters of an announce may be. */
abstract class ParameterContract {

    abstract TrackerUnderTest tracker();

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "-0", "x", "1e3", "0x0", "%30x", "1", "16384", "9223372036854775807"})
    void withoutAGoodZeroLeftMeansLeecher(String left) {
        Reply reply = Announce.of(tracker().newTorrent()).left(left).to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "18446744073709551615",
                "18446744073709551616",
                "99999999999999999999999999999999999999"
            })
    void leftBeyondSixtyThreeBitsIsALeecher(String left) {
        Reply reply = Announce.of(tracker().newTorrent()).left(left).to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
    }

    @Test
    void withoutLeftItIsALeecher() {
        Reply reply = Announce.of(tracker().newTorrent()).without("left").to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "%30"})
    void zeroLeftIsASeed(String left) {
        Reply reply = Announce.of(tracker().newTorrent()).left(left).to(tracker());

        assertThat(reply.complete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "80", "51413", "65535", "006881"})
    void portsFromOneTo65535AreGood(String port) {
        Reply reply = Announce.of(tracker().newTorrent()).with("port", port).to(tracker());

        assertThat(reply.isRefusal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "", "http", "6881.5", "4294974177", "18446744073709558497"})
    void allOtherPortsAreRefused(String port) {
        InfoHash torrent = tracker().newTorrent();
        Reply reply = Announce.of(torrent).with("port", port).to(tracker());

        assertThat(reply.failureReason()).contains("port");
        assertThat(Announce.of(torrent).to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void aMissingPortIsRefused() {
        Reply reply = Announce.of(tracker().newTorrent()).without("port").to(tracker());

        assertThat(reply.failureReason()).contains("port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "finished", "complete", "stopped2", "st%C3%B6pped", "%00"})
    void anUnknownEventIsNoEvent(String event) {
        Announce client = Announce.of(tracker().newTorrent());
        client.to(tracker());

        assertThat(client.event(event).to(tracker()).incomplete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "COMPLETED", "Completed", "c%4Fmpleted"})
    void eventsAreReadInAnyCase(String event) {
        Announce client = Announce.of(tracker().newTorrent());
        client.to(tracker());

        assertThat(client.seed().event(event).to(tracker()).downloaded()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploaded", "downloaded", "key", "compact", "numwant"})
    void theRestMayBeMissing(String parameter) {
        Reply reply = Announce.of(tracker().newTorrent()).without(parameter).to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "", "lots", "99999999999999999999999"})
    void oddCountersDoNotMatter(String bytes) {
        Reply reply = Announce.of(tracker().newTorrent())
                .with("uploaded", bytes)
                .with("downloaded", bytes)
                .to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "&&&", "&=", "&=x", "&flag", "&a=b=c", "&supportcrypto=1&requirecrypto=1&corrupt=0"})
    void whatNobodyKnowsIsIgnored(String text) {
        Reply reply = Announce.of(tracker().newTorrent()).andRaw(text).to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
    }
}
