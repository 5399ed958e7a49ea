package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeException;
import seedbed.bencode.BencodeInteger;
import seedbed.bencode.BencodeList;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;

/** A reply as a strict client reads it. */
public final class Reply {

    private final BencodeDictionary dictionary;

    private Reply(BencodeDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Fails unless the bytes are one canonical dictionary. */
    public static Reply read(byte[] bytes) {
        try {
            BencodeValue value = new BencodeDecoder().decode(bytes);
            assertCanonical(value, text(bytes));
            assertThat(value).isInstanceOf(BencodeDictionary.class);
            return new Reply((BencodeDictionary) value);
        } catch (BencodeException e) {
            throw new AssertionError("not bencoded: " + text(bytes), e);
        }
    }

    private static void assertCanonical(BencodeValue value, String reply) {
        assertThat(value.irregularity()).as(reply).isEmpty();
        if (value instanceof BencodeDictionary dictionary) {
            dictionary.entries().forEach(entry -> assertCanonical(entry.value(), reply));
        } else if (value instanceof BencodeList list) {
            list.items().forEach(item -> assertCanonical(item, reply));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public List<String> keys() {
        return dictionary.entries().stream()
                .map(entry -> text(entry.key().value().toBytes()))
                .toList();
    }

    public boolean has(String key) {
        return dictionary.get(key).isPresent();
    }

    public long number(String key) {
        return ((BencodeInteger) value(key)).value().orElseThrow();
    }

    public byte[] bytes(String key) {
        return ((BencodeString) value(key)).value().toBytes();
    }

    private BencodeValue value(String key) {
        return dictionary.get(key).orElseThrow(() -> new AssertionError("no " + key + " among " + keys()));
    }

    public boolean isRefusal() {
        return has("failure reason");
    }

    public String failureReason() {
        return text(bytes("failure reason"));
    }

    public long complete() {
        return number("complete");
    }

    public long incomplete() {
        return number("incomplete");
    }

    public long downloaded() {
        return number("downloaded");
    }

    /** All peers of a compact reply, as {@code address:port}. */
    public List<String> peers() {
        List<String> peers = new ArrayList<>(unpacked("peers", 4));
        if (has("peers6")) {
            peers.addAll(unpacked("peers6", 16));
        }
        return peers;
    }

    public List<String> unpacked(String key, int addressLength) {
        byte[] packed = bytes(key);
        int length = addressLength + 2;
        assertThat(packed.length % length).as("odd bytes in " + key).isZero();
        List<String> peers = new ArrayList<>();
        for (int i = 0; i < packed.length; i += length) {
            IpAddress ip = IpAddress.of(Arrays.copyOfRange(packed, i, i + addressLength));
            int port = (packed[i + addressLength] & 255) << 8 | (packed[i + addressLength + 1] & 255);
            peers.add(new PeerAddress(ip, port).toString());
        }
        return peers;
    }

    /** The peers of a reply that is not compact. */
    public List<Reply> peerDictionaries() {
        return ((BencodeList) value("peers"))
                .items().stream()
                        .map(item -> new Reply((BencodeDictionary) item))
                        .toList();
    }

    /** The hashes in a reply to a scrape. */
    public List<String> files() {
        return ((BencodeDictionary) value("files"))
                .entries().stream().map(entry -> entry.key().value().hex()).toList();
    }

    /** One torrent in a reply to a scrape. */
    public Reply file(InfoHash infoHash) {
        return ((BencodeDictionary) value("files"))
                .entries().stream()
                        .filter(entry -> entry.key().value().hex().equals(infoHash.hex()))
                        .map(entry -> new Reply((BencodeDictionary) entry.value()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + infoHash + " among " + files()));
    }
}
