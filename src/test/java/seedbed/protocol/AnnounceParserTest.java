package seedbed.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.Refusal.Kind;

final class AnnounceParserTest {

    private static final String GOOD = "info_hash=0123456789abcdefghij&peer_id=-TR3000-abcdefghijkl&port=6881";

    private final AnnounceParser parser = new AnnounceParser(50, 200, infoHash -> true);

    @Test
    void readsEverythingAClientSays() throws RefusedException {
        AnnounceRequest request = parser.parse(
                GOOD + "&uploaded=1&downloaded=2&left=3&event=started&numwant=4&key=k%00y&compact=0&no_peer_id=1");

        assertThat(request)
                .isEqualTo(new AnnounceRequest(
                        InfoHash.of("0123456789abcdefghij".getBytes(StandardCharsets.US_ASCII)),
                        PeerId.of("-TR3000-abcdefghijkl".getBytes(StandardCharsets.US_ASCII)),
                        ClientKey.of(new byte[] {'k', 0, 'y'}),
                        6881,
                        1,
                        2,
                        3,
                        Event.STARTED,
                        4,
                        PeerListForm.DICTIONARIES_WITHOUT_ID));
    }

    @Test
    void whatIsNotSaidHasADefault() throws RefusedException {
        AnnounceRequest request = parser.parse(GOOD);

        assertThat(request.uploaded()).isZero();
        assertThat(request.downloaded()).isZero();
        assertThat(request.left()).isEqualTo(AnnounceRequest.LEFT_UNKNOWN);
        assertThat(request.event()).isEqualTo(Event.NONE);
        assertThat(request.numwant()).isEqualTo(50);
        assertThat(request.key().isPresent()).isFalse();
        assertThat(request.form()).isEqualTo(PeerListForm.COMPACT);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775806, 9223372036854775806",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775807",
        "18446744073709551616, 9223372036854775807",
        "92233720368547758070, 9223372036854775807",
        "00000000000000000000000000000000000001, 1"
    })
    void leftSaturates(String text, long left) throws RefusedException {
        assertThat(parser.parse(GOOD + "&left=" + text).left()).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1x", "%2B1", "+1", "1.0", "%D9%A1", ""})
    void whatIsNoNumberIsUnknown(String text) throws RefusedException {
        AnnounceRequest request = parser.parse(GOOD + "&left=" + text + "&uploaded=" + text);

        assertThat(request.left()).isEqualTo(AnnounceRequest.LEFT_UNKNOWN);
        assertThat(request.uploaded()).isZero();
    }

    @Test
    void theDefaultNumwantIsCappedToo() throws RefusedException {
        assertThat(new AnnounceParser(50, 20, infoHash -> true).parse(GOOD).numwant())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%4g", "%g4", "%%41", "%-1", "% 1", "%１1"})
    void badPercentEncodingIsRefusedWhereverItStands(String text) {
        assertRefused(Kind.QUERY_MALFORMED, () -> parser.parse(GOOD + "&x=" + text));
        assertRefused(Kind.QUERY_MALFORMED, () -> parser.parse(GOOD + "&" + text));
    }

    @Test
    void charactersThatAreNoBytesAreRefused() {
        assertRefused(Kind.QUERY_MALFORMED, () -> parser.parse(GOOD + "&x=\u0100"));
    }

    @Test
    void bytesThatAreNotEncodedAreTakenAsTheyAre() throws RefusedException {
        AnnounceRequest request =
                parser.parse("info_hash=\u0000\u00ff\u0080" + "x".repeat(17) + "&peer_id=-TR3000-abcdefghijkl&port=1");

        assertThat(request.infoHash().hex()).startsWith("00ff80");
    }

    @Test
    void eightKibibytesAreReadAndOneByteMoreIsNot() throws RefusedException {
        String full = GOOD + "&x=" + "y".repeat(8192 - GOOD.length() - 3);

        assertThat(parser.parse(full).port()).isEqualTo(6881);
        assertRefused(Kind.QUERY_TOO_LONG, () -> parser.parse(full + "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "info_hash", "info_hash="})
    void withoutAnInfoHashItIsRefused(String query) {
        assertRefused(Kind.INFO_HASH, () -> parser.parse(query));
    }

    @Test
    void withoutAQueryItIsRefused() {
        assertRefused(Kind.INFO_HASH, () -> parser.parse(null));
    }

    @Test
    void theSameInfoHashTwiceIsRefused() {
        assertRefused(Kind.INFO_HASH, () -> parser.parse(GOOD + "&info_hash=0123456789abcdefghij"));
    }

    @Test
    void aSemicolonSeparatesNothing() {
        assertRefused(
                Kind.PORT, () -> parser.parse(GOOD.replace("&port", ";port").replace("l;", "l&x=;")));
    }

    @Test
    void whereOnlyTheHashWithSpacesIsListedAPlusIsASpace() throws RefusedException {
        InfoHash spaces = InfoHash.ofHex("20".repeat(20));
        AnnounceParser strict = new AnnounceParser(50, 200, spaces::equals);

        assertThat(strict.parse(plusses()).infoHash()).isEqualTo(spaces);
    }

    @Test
    void whereNeitherHashIsListedAPlusIsAPlus() throws RefusedException {
        AnnounceParser strict = new AnnounceParser(50, 200, infoHash -> false);

        assertThat(strict.parse(plusses()).infoHash()).isEqualTo(InfoHash.ofHex("2b".repeat(20)));
    }

    @Test
    void ofALongKeyADigestIsKept() throws RefusedException {
        assertThat(parser.parse(GOOD + "&key=" + "k".repeat(100)).key())
                .isEqualTo(ClientKey.of("k".repeat(100).getBytes(StandardCharsets.US_ASCII)))
                .isNotEqualTo(parser.parse(GOOD + "&key=" + "k".repeat(99)).key());
    }

    /** As clients write them; each is a whole query. */
    @ParameterizedTest
    @FieldSource("seedbed.protocol.ClientQueries#ANNOUNCES")
    void realClientsAreUnderstood(String query) throws RefusedException {
        assertThat(parser.parse(query).port()).isPositive();
    }

    private static String plusses() {
        return "info_hash=" + "+".repeat(20) + "&peer_id=-TR3000-abcdefghijkl&port=6881";
    }

    private static void assertRefused(Kind kind, ThrowingCallable parsing) {
        assertThatThrownBy(parsing)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
