package seedbed.bencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BencodeWriterTest {

    private final BencodeWriter writer = new BencodeWriter();

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void writesEveryKindOfValue() {
        writer.beginDictionary()
                .key("a")
                .integer(-1)
                .key("b")
                .beginList()
                .string("ä")
                .beginDictionary()
                .end()
                .end()
                .end();
        assertThat(text(writer.toBytes())).isEqualTo("d1:ai-1e1:bl2:ädeee");
    }

    @Test
    void splicesWhatIsEncodedAlready() {
        writer.beginDictionary()
                .key("info")
                .raw(ByteString.utf8("d1:zi0e1:ai0ee"))
                .end();
        assertThat(text(writer.toBytes())).isEqualTo("d4:infod1:zi0e1:ai0eee");
    }

    @Test
    void refusesAKeyThatComesTwice() {
        writer.beginDictionary().key("a").integer(1);
        assertThatIllegalStateException().isThrownBy(() -> writer.key("a"));
    }

    @Test
    void refusesAKeyThatBelongsBeforeTheLast() {
        writer.beginDictionary().key(ByteString.of(new byte[] {(byte) 0x80})).integer(1);
        assertThatIllegalStateException().isThrownBy(() -> writer.key("z"));
    }

    @Test
    void refusesAValueWithoutAKey() {
        writer.beginDictionary();
        assertThatIllegalStateException().isThrownBy(() -> writer.integer(1));
    }

    @Test
    void refusesAKeyWithoutAValue() {
        writer.beginDictionary().key("a");
        assertThatIllegalStateException().isThrownBy(writer::end);
        assertThatIllegalStateException().isThrownBy(() -> writer.key("b"));
    }

    @Test
    void refusesAKeyOutsideADictionary() {
        writer.beginList();
        assertThatIllegalStateException().isThrownBy(() -> writer.key("a"));
    }

    @Test
    void refusesASecondValue() {
        writer.integer(1);
        assertThatIllegalStateException().isThrownBy(() -> writer.integer(2));
    }

    @Test
    void handsOutCompleteValuesOnly() {
        assertThatIllegalStateException().isThrownBy(writer::toBytes);
        writer.beginList();
        assertThatIllegalStateException().isThrownBy(writer::toBytes);
    }
}
