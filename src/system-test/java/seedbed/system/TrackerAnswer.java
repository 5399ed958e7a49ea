package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeException;
import seedbed.bencode.BencodeInteger;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;

/** What the tracker said, decoded; whatever it is, it has to be a bencoded dictionary in a 200. */
final class TrackerAnswer {

    private final Map<String, String> values = new LinkedHashMap<>();

    private TrackerAnswer(BencodeDictionary dictionary) {
        dictionary
                .entries()
                .forEach(entry -> values.put(entry.key().value().toUtf8().orElseThrow(), text(entry.value())));
    }

    static TrackerAnswer of(HttpAnswer answer) throws IOException, BencodeException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return new TrackerAnswer((BencodeDictionary) new BencodeDecoder().decode(answer.bytes()));
    }

    private static String text(BencodeValue value) {
        if (value instanceof BencodeInteger integer) {
            return Long.toString(integer.value().orElseThrow());
        }
        return ((BencodeString) value).value().hex();
    }

    Optional<String> failure() {
        return Optional.ofNullable(values.get("failure reason"));
    }

    long number(String key) {
        return Long.parseLong(value(key));
    }

    private String value(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new AssertionError("no " + key + " in " + values));
    }

    /** A packed address, written out. */
    String address(String key) throws IOException {
        return InetAddress.getByAddress(HexFormat.of().parseHex(value(key))).getHostAddress();
    }

    /** Everything but the interval, which is different by chance in each answer. */
    Map<String, String> withoutInterval() {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove("interval");
        return rest;
    }
}
