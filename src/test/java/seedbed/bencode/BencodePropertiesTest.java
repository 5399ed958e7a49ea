package seedbed.bencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BencodePropertiesTest {

    private final BencodeDecoder decoder = new BencodeDecoder();

    @Test
    void whatTheWriterWroteIsReadBackAndIsCanonical() throws Exception {
        for (long seed = 0; seed < 500; seed++) {
            ByteString encoded = new RandomBencode(new Random(seed)).value();
            BencodeValue value = decoder.decode(encoded.toBytes());
            assertThat(value.raw()).as("seed %d", seed).isEqualTo(encoded);
            assertThat(value.irregularity()).as("seed %d", seed).isEmpty();
            assertThat(rewritten(value)).as("seed %d", seed).isEqualTo(encoded);
        }
    }

    @Test
    void whatIsCanonicalIsWrittenBackAsItWasAndWhatIsNotDiffers() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new RandomBencode(random).value().toBytes();
            bytes[random.nextInt(bytes.length)] = (byte) "0123456789:idle-".charAt(random.nextInt(16));
            try {
                BencodeValue value = decoder.decode(bytes);
                if (value.irregularity().isEmpty()) {
                    assertThat(rewritten(value)).as("seed %d", seed).isEqualTo(ByteString.of(bytes));
                } else {
                    assertThat(value.irregularity().get().offset())
                            .as("seed %d", seed)
                            .isBetween(0, bytes.length - 1);
                }
            } catch (BencodeException refused) {
                assertThat(refused.offset()).as("seed %d", seed).isBetween(0, bytes.length);
            } catch (RuntimeException broken) {
                fail("seed " + seed, broken);
            }
        }
    }

    private static ByteString rewritten(BencodeValue value) {
        BencodeWriter writer = new BencodeWriter();
        write(value, writer);
        return ByteString.of(writer.toBytes());
    }

    private static void write(BencodeValue value, BencodeWriter writer) {
        if (value instanceof BencodeInteger integer) {
            // A changed byte can make a number longer than 64 bits, which the writer does not write.
            integer.value().ifPresentOrElse(writer::integer, () -> writer.raw(integer.raw()));
        } else if (value instanceof BencodeString string) {
            writer.string(string.value());
        } else if (value instanceof BencodeList list) {
            writer.beginList();
            list.items().forEach(item -> write(item, writer));
            writer.end();
        } else if (value instanceof BencodeDictionary dictionary) {
            writer.beginDictionary();
            dictionary
                    .entries()
                    .forEach(
                            entry -> write(entry.value(), writer.key(entry.key().value())));
            writer.end();
        }
    }
}
