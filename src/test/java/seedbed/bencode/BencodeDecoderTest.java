package seedbed.bencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BencodeDecoderTest {

    private final BencodeDecoder decoder = new BencodeDecoder();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private BencodeValue decode(String text) throws BencodeException {
        return decoder.decode(ascii(text));
    }

    @Nested
    @DisplayName("a well-formed value")
    class WellFormed {

        @Test
        void knowsWhereItStood() throws Exception {
            BencodeDictionary outer = (BencodeDictionary) decode("d4:infod1:ai1eee");
            BencodeValue info = outer.get("info").orElseThrow();
            assertThat(info.start()).isEqualTo(7);
            assertThat(info.end()).isEqualTo(15);
            assertThat(info.raw()).isEqualTo(ByteString.utf8("d1:ai1ee"));
        }

        @ParameterizedTest
        @CsvSource({
            "i0e, 0",
            "i-42e, -42",
            "i9223372036854775807e, 9223372036854775807",
            "i-9223372036854775808e, -9223372036854775808",
            "i000000000000000000000000007e, 7"
        })
        void integersHaveTheirValue(String encoded, long value) throws Exception {
            assertThat(((BencodeInteger) decode(encoded)).value()).hasValue(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"i9223372036854775808e", "i-9223372036854775809e", "i99999999999999999999999e"})
        void integersBeyond64BitsAreKeptWithoutAValue(String encoded) throws Exception {
            BencodeInteger integer = (BencodeInteger) decode(encoded);
            assertThat(integer.value()).isEqualTo(OptionalLong.empty());
            assertThat(integer.raw()).isEqualTo(ByteString.utf8(encoded));
        }

        @Test
        void stringsHoldAnyBytes() throws Exception {
            BencodeString string = (BencodeString) decode("3:\u0000\u00ffe");
            assertThat(string.value().hex()).isEqualTo("00ff65");
        }

        @Test
        void laterChangesOfTheInputDoNotShow() throws Exception {
            byte[] input = ascii("4:spam");
            BencodeString string = (BencodeString) decoder.decode(input);
            input[2] = 'X';
            assertThat(string.value()).isEqualTo(ByteString.utf8("spam"));
        }

        @Test
        void emptyContainersAreValues() throws Exception {
            assertThat(((BencodeList) decode("le")).items()).isEmpty();
            assertThat(((BencodeDictionary) decode("de")).entries()).isEmpty();
        }

        @Test
        void ofTwoEqualKeysTheFirstIsFoundAndBothAreListed() throws Exception {
            BencodeDictionary twice = (BencodeDictionary) decode("d1:ai1e1:ai2ee");
            assertThat(twice.get("a").orElseThrow().raw()).isEqualTo(ByteString.utf8("i1e"));
            assertThat(twice.entries()).hasSize(2);
        }

        @Test
        void aPrefixEndsBeforeWhatIsLeftOver() throws Exception {
            assertThat(decoder.decodePrefix(ascii("i1e\n")).end()).isEqualTo(3);
        }
    }

    @Nested
    @DisplayName("an irregular value is accepted, with the place of its first irregularity")
    class Irregular {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "i07e          | 0 | an integer has a leading zero",
                    "i-07e         | 0 | an integer has a leading zero",
                    "i-0e          | 0 | an integer is a negative zero",
                    "02:ab         | 0 | a string length has a leading zero",
                    "00:           | 0 | a string length has a leading zero",
                    "d1:bi1e1:ai2ee| 7 | a dictionary key is not in sorted order",
                    "d1:ai1e1:ai2ee| 7 | a dictionary key comes twice",
                    "lld1:ai00eeee | 6 | an integer has a leading zero",
                    "d01:ai1ee     | 1 | a string length has a leading zero",
                    "li00ei-0ee    | 1 | an integer has a leading zero"
                })
        void isRecorded(String encoded, int offset, String message) throws Exception {
            assertThat(decode(encoded).irregularity()).contains(new Irregularity(offset, message));
        }

        @ParameterizedTest
        @ValueSource(strings = {"i0e", "i-1e", "i10e", "0:", "10:0123456789", "d0:i0e1:ai0e2:aai0e1:bi0ee", "lllee0:e"})
        void isNotFoundInCanonicalBencode(String encoded) throws Exception {
            assertThat(decode(encoded).irregularity()).isEmpty();
        }
    }

    @Nested
    @DisplayName("what is not bencode is refused, with the place")
    class Malformed {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''         | 0  | expected 'd', 'l', 'i' or a string but the input ends",
                    "x          | 0  | expected 'd', 'l', 'i' or a string but found 'x'",
                    "e          | 0  | expected 'd', 'l', 'i' or a string but found 'e'",
                    "-1:a       | 0  | expected 'd', 'l', 'i' or a string but found '-'",
                    "lx         | 1  | expected 'd', 'l', 'i', 'e' or a string but found 'x'",
                    "l          | 1  | expected 'd', 'l', 'i', 'e' or a string but the input ends",
                    "d          | 1  | expected 'd', 'l', 'i', 'e' or a string but the input ends",
                    "ie         | 1  | expected a digit of an integer but found 'e'",
                    "i-e        | 2  | expected a digit of an integer but found 'e'",
                    "i--1e      | 2  | expected a digit of an integer but found '-'",
                    "i+1e       | 1  | expected a digit of an integer but found '+'",
                    "i1.5e      | 2  | expected a digit or the 'e' that ends an integer but found '.'",
                    "i1         | 2  | expected a digit or the 'e' that ends an integer but the input ends",
                    "3          | 1  | expected a digit or the ':' that ends a string length but the input ends",
                    "3;abc      | 1  | expected a digit or the ':' that ends a string length but found ';'",
                    "4:abc      | 0  | a string is longer than the 3 bytes that are left",
                    "2147483647:| 0  | a string is longer than the 0 bytes that are left",
                    "99999999999999999999:a | 0 | a string is longer than the 1 bytes that are left",
                    "di1ei2ee   | 1  | a dictionary key must be a string but is an integer",
                    "dlei1ee    | 1  | a dictionary key must be a string but is a list",
                    "d1:ae      | 4  | expected the value of a dictionary key but the dictionary ends",
                    "i1ei2e     | 3  | expected the end of the input after the first value"
                })
        void atItsFirstByte(String encoded, int offset, String message) {
            assertThatExceptionOfType(BencodeException.class)
                    .isThrownBy(() -> decode(encoded))
                    .withMessage(message + " at byte " + offset)
                    .extracting(BencodeException::offset)
                    .isEqualTo(offset);
        }

        @Test
        void unprintableBytesAreShownInHexadecimal() {
            assertThatExceptionOfType(BencodeException.class)
                    .isThrownBy(() -> decode("\u0007"))
                    .withMessageContaining("found 0x07");
        }
    }

    @Nested
    @DisplayName("the limits")
    class Limits {

        @Test
        void oneHundredContainersMayNest() throws Exception {
            assertThat(decode("l".repeat(100) + "e".repeat(100))).isInstanceOf(BencodeList.class);
        }

        @Test
        void oneMoreIsRefusedWhereItBegins() {
            assertThatExceptionOfType(BencodeException.class)
                    .isThrownBy(() -> decode("l".repeat(101) + "e".repeat(101)))
                    .withMessage("expected at most 100 nested lists and dictionaries at byte 100");
        }

        @Test
        void aMillionOpenListsOverflowNothing() {
            assertThatExceptionOfType(BencodeException.class).isThrownBy(() -> decode("l".repeat(1_000_000)));
        }

        @Test
        void moreThanThreeMillionValuesAreRefused() {
            assertThatExceptionOfType(BencodeException.class)
                    .isThrownBy(() -> decode("l" + "0:".repeat(BencodeDecoder.MAX_TOKENS) + "e"))
                    .withMessageStartingWith("expected at most 3000000 values");
        }

        @Test
        void moreThanTenMebibytesAreRefusedUnread() {
            assertThatExceptionOfType(BencodeException.class)
                    .isThrownBy(() -> decoder.decode(new byte[BencodeDecoder.MAX_BYTES + 1]))
                    .withMessageStartingWith("expected at most 10485760 bytes");
        }

        @Test
        void tenMebibytesOfZerosAsALengthAreReadOnce() {
            assertThatExceptionOfType(BencodeException.class)
                    .isThrownBy(() -> decode("0".repeat(BencodeDecoder.MAX_BYTES)));
        }
    }
}
