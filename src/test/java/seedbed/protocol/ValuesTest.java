package seedbed.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.campus.IpAddress;

/** The small values that carry rules. */
final class ValuesTest {

    @Test
    void hashesAndIdsKeepTheirBytes() {
        Random random = new Random(11);
        byte[] bytes = new byte[20];
        for (int i = 0; i < 100; i++) {
            random.nextBytes(bytes);
            assertThat(InfoHash.of(bytes).toBytes()).as("case " + i).isEqualTo(bytes);
            assertThat(InfoHash.ofHex(InfoHash.of(bytes).hex())).isEqualTo(InfoHash.of(bytes));
            assertThat(PeerId.of(bytes).toBytes()).as("case " + i).isEqualTo(bytes);
            assertThat(PeerId.of(bytes)).hasToString(HexFormat.of().formatHex(bytes));
            assertThat(PeerId.of(bytes)).isEqualTo(PeerId.of(bytes)).hasSameHashCodeAs(PeerId.of(bytes.clone()));
        }
    }

    @Test
    void idsThatDifferInOneByteDiffer() {
        for (int i = 0; i < 20; i++) {
            byte[] other = new byte[20];
            other[i] = 1;
            assertThat(PeerId.of(other)).isNotEqualTo(PeerId.of(new byte[20]));
            assertThat(InfoHash.of(other)).isNotEqualTo(InfoHash.of(new byte[20]));
            assertThat(InfoHash.of(other)).isGreaterThan(InfoHash.of(new byte[20]));
        }
    }

    @Test
    void hashesSortAsUnsignedBytes() {
        List<InfoHash> sorted = List.of("00", "7f", "80", "ff").stream()
                .map(start -> InfoHash.ofHex(start + "00".repeat(19)))
                .toList();

        assertThat(sorted).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 21, 32})
    void hashesAndIdsOfAnotherLengthAreRefused(int length) {
        assertThatThrownBy(() -> PeerId.of(new byte[length])).hasMessageContaining("20 bytes");
        assertThatThrownBy(() -> InfoHash.of(new byte[length])).hasMessageContaining("20 bytes");
    }

    @Test
    void keysAreComparedByTheirBytes() {
        assertThat(ClientKey.of(new byte[] {1, 2})).isEqualTo(ClientKey.of(new byte[] {1, 2}));
        assertThat(ClientKey.of(new byte[] {1, 2})).isNotEqualTo(ClientKey.of(new byte[] {1}));
        assertThat(ClientKey.of(new byte[0])).isEqualTo(ClientKey.NONE);
    }

    @Test
    void keysOfAnyLengthAreToldApart() {
        byte[] long1 = "a key that is longer than most".getBytes(StandardCharsets.US_ASCII);
        byte[] long2 = "a key that is longer than mosT".getBytes(StandardCharsets.US_ASCII);

        assertThat(ClientKey.of(long1)).isEqualTo(ClientKey.of(long1.clone())).isNotEqualTo(ClientKey.of(long2));
        assertThat(ClientKey.of(new byte[] {0, 1})).isNotEqualTo(ClientKey.of(new byte[] {1}));
    }

    @Test
    void aKeyThatWasWrittenDownIsTheSameWhenItIsReadBack() {
        for (int length = 0; length < 70; length++) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            ClientKey key = ClientKey.of(bytes);
            assertThat(ClientKey.of(key.toBytes())).as(length + " bytes").isEqualTo(key);
        }
    }

    @Test
    void aKeyCanNotBeChangedFromOutside() {
        byte[] bytes = {1, 2};
        ClientKey key = ClientKey.of(bytes);
        bytes[0] = 9;
        key.toBytes()[1] = 9;

        assertThat(key.toBytes()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aPeerListensOnAPort(int port) {
        assertThatThrownBy(() -> new PeerAddress(IpAddress.of("192.0.2.1"), port))
                .hasMessageContaining("1 to 65535");
    }

    @Test
    void addressesOfPeersAreReadable() {
        assertThat(new PeerAddress(IpAddress.of("192.0.2.1"), 80)).hasToString("192.0.2.1:80");
        assertThat(new PeerAddress(IpAddress.of("2001:db8::1"), 80)).hasToString("[2001:db8::1]:80");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0, SEED",
        "NONE, 1, LEECHER",
        "NONE, -1, LEECHER",
        "STARTED, 0, SEED",
        "STARTED, 9223372036854775807, LEECHER",
        "COMPLETED, 0, SEED",
        "COMPLETED, 5, LEECHER",
        "PAUSED, 5, PARTIAL",
        "PAUSED, 0, PARTIAL",
        "STOPPED, 0, GONE",
        "STOPPED, 5, GONE"
    })
    void eventAndLeftMakeTheStatus(Event event, long left, PeerStatus status) {
        assertThat(PeerStatus.of(event, left)).isEqualTo(status);
    }

    @Test
    void eventsAreReadInATurkishLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
            assertThat(Event.named("STOPPED")).isEqualTo(Event.STOPPED);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noRefusalUsesTheWordsThatMakeClientsGiveUp(Refusal.Kind kind) {
        assertThat(kind.text().toLowerCase(Locale.ROOT))
                .doesNotContain("unregistered", "not registered", "cannot be found")
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsTheseBytes(Refusal.Kind kind) {
        String text = kind.text();
        assertThat(new Refusal(kind, 1800, 900).bytes())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("d14:failure reason" + text.length() + ":" + text + "8:intervali1800e12:min intervali900ee");
    }

    @Test
    void aReplyIsTheseBytes() {
        AnnounceReply reply = new AnnounceReply(
                new SwarmCounts(1, 2, 3), IpAddress.of("1.2.3.4"), 1800, 900, new PeerList(PeerListForm.COMPACT));

        assertThat(reply.bytes())
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("d8:completei1e10:downloadedi3e11:external ip4:\1\2\3\4"
                        + "10:incompletei2e8:intervali1800e12:min intervali900e5:peers0:e");
    }

    @Test
    void aScrapeReplyIsTheseBytes() {
        SortedMap<InfoHash, SwarmCounts> files = new TreeMap<>(Collections.reverseOrder());
        files.put(InfoHash.ofHex("62".repeat(20)), SwarmCounts.NONE);
        files.put(InfoHash.ofHex("61".repeat(20)), new SwarmCounts(1, 2, 3));

        assertThat(new ScrapeReply(files).bytes())
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("d5:filesd20:" + "a".repeat(20) + "d8:completei1e10:downloadedi3e10:incompletei2ee20:"
                        + "b".repeat(20) + "d8:completei0e10:downloadedi0e10:incompletei0eeee");
    }
}
