package seedbed.torrent;

import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeException;
import seedbed.bencode.ByteString;

/** The outermost dictionary of a torrent file. */
final class TopLevel {

    private TopLevel() {}

    /**
     * Each key with its value as it was encoded, {@code info} among them.
     *
     * @param file that was read and found valid
     */
    static SortedMap<ByteString, ByteString> of(byte[] file) {
        SortedMap<ByteString, ByteString> values = new TreeMap<>();
        for (BencodeDictionary.Entry entry : decode(file).entries()) {
            values.putIfAbsent(entry.key().value(), entry.value().raw());
        }
        return values;
    }

    private static BencodeDictionary decode(byte[] file) {
        try {
            return (BencodeDictionary) new BencodeDecoder().decodePrefix(file);
        } catch (BencodeException changed) {
            throw new IllegalArgumentException("this is no torrent file", changed);
        }
    }
}
