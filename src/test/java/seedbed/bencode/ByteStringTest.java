package seedbed.bencode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteStringTest {

    @Test
    void laterChangesOfTheArrayDoNotShow() {
        byte[] bytes = {1, 2};
        ByteString string = ByteString.of(bytes);
        bytes[0] = 9;
        string.toBytes()[1] = 9;
        assertThat(string.hex()).isEqualTo("0102");
    }

    @Test
    void isOrderedAsUnsignedBytes() {
        ByteString ascii = ByteString.utf8("a");
        ByteString high = ByteString.of(new byte[] {(byte) 0x80});
        assertThat(ascii).isLessThan(high);
        assertThat(ascii).isLessThan(ByteString.utf8("aa"));
    }

    @Test
    void equalBytesAreEqual() {
        assertThat(ByteString.utf8("ab"))
                .isEqualTo(ByteString.of("xabx".getBytes(StandardCharsets.US_ASCII), 1, 3))
                .hasSameHashCodeAs(ByteString.utf8("ab"))
                .isNotEqualTo(ByteString.utf8("abc"));
    }

    @Test
    void whatIsNotUtf8HasNoText() {
        assertThat(ByteString.utf8("ä").toUtf8()).contains("ä");
        assertThat(ByteString.of(new byte[] {(byte) 0xe4}).toUtf8()).isEmpty();
    }
}
