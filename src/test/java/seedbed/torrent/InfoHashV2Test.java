package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InfoHashV2Test {

    @Test
    void has32Bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InfoHashV2.of(new byte[20]))
                .withMessage("a v2 info-hash has 32 bytes, not 20");
    }

    @Test
    void isAnnouncedAsItsFirst20Bytes() {
        byte[] bytes = new byte[32];
        bytes[19] = 1;
        bytes[20] = 2;
        assertThat(InfoHashV2.of(bytes).truncated().hex()).isEqualTo("00".repeat(19) + "01");
    }

    @Test
    void equalBytesAreEqual() {
        assertThat(InfoHashV2.of(new byte[32]))
                .isEqualTo(InfoHashV2.of(new byte[32]))
                .hasSameHashCodeAs(InfoHashV2.of(new byte[32]));
    }
}
