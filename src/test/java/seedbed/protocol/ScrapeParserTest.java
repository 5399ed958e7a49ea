package seedbed.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.Refusal.Kind;

final class ScrapeParserTest {

    private final ScrapeParser parser = new ScrapeParser(infoHash -> false);

    @Test
    void readsEachHashOnceAndSorted() throws RefusedException {
        ScrapeRequest request = parser.parse("info_hash=%ffbbbbbbbbbbbbbbbbbbb&info_hash=aaaaaaaaaaaaaaaaaaaa"
                + "&info_hash=%FFbbbbbbbbbbbbbbbbbbb");

        assertThat(request.infoHashes())
                .extracting(InfoHash::hex)
                .containsExactly("61".repeat(20), "ff" + "62".repeat(19));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "&", "peer_id=aaaaaaaaaaaaaaaaaaaa"})
    void withoutAHashItIsRefused(@Nullable String query) {
        assertRefused(Kind.SCRAPE_EMPTY, query);
    }

    @Test
    void aHashOfAnotherLengthIsRefused() {
        assertRefused(Kind.INFO_HASH, "info_hash=aaaaaaaaaaaaaaaaaaaa&info_hash=a");
    }

    @Test
    void sixtyFourHashesAreRead() throws RefusedException {
        assertThat(parser.parse(hashes(64)).infoHashes()).hasSize(64);
    }

    @Test
    void sixtyFiveHashesAreRefused() {
        assertRefused(Kind.SCRAPE_TOO_MANY, hashes(65));
    }

    @Test
    void badPercentEncodingIsRefused() {
        assertRefused(Kind.QUERY_MALFORMED, "info_hash=aaaaaaaaaaaaaaaaaaa%");
    }

    private static String hashes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "info_hash=" + String.format("%020d", i))
                .collect(Collectors.joining("&"));
    }

    private void assertRefused(Kind kind, @Nullable String query) {
        assertThatThrownBy(() -> parser.parse(query))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
