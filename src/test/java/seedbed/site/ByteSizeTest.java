package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0,                   0 bytes",
        "1,                   1 byte",
        "1023,                '1,023 bytes'",
        "1024,                1 KiB",
        "1536,                1.5 KiB",
        "1285,                1.25 KiB",
        "10220,               9.98 KiB",
        "10239,               10 KiB",
        "102348,              99.9 KiB",
        "102349,              100 KiB",
        "1023488,             1000 KiB",
        "32768,               32 KiB",
        "1047552,             1023 KiB",
        "1048063,             1023 KiB",
        "1048064,             1 MiB",
        "4294967296,          4 GiB",
        "55985000000,         52.1 GiB",
        "9223372036854775807, 8 EiB",
    })
    void sizesAreRoundedToBinaryUnits(long bytes, String words) {
        assertThat(ByteSize.rounded(bytes)).isEqualTo(words);
    }

    @Test
    void theExactSizeHasEveryDigit() {
        assertThat(ByteSize.exact(1_299_391)).isEqualTo("1,299,391 bytes");
    }
}
