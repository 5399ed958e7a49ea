package seedbed.bencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Replays its corpus as ordinary tests; looks for new inputs where {@code JAZZER_FUZZ=1} is set. */
class BencodeDecoderFuzzTest {

    @DictionaryEntries({"d", "l", "i", "e", ":", "-", "0:", "i0e", "i-0e", "2147483647:", "4:info", "le", "de"})
    @FuzzTest(maxDuration = "2m")
    void anyBytesGiveAValueOrAFault(byte[] bytes) {
        try {
            BencodeValue value = new BencodeDecoder().decode(bytes);
            assertThat(value.raw()).isEqualTo(ByteString.of(bytes));
        } catch (BencodeException refused) {
            assertThat(refused.offset()).isBetween(0, bytes.length);
        }
    }
}
