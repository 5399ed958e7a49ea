package seedbed.torrent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeException;
import seedbed.bencode.BencodeValue;
import seedbed.bencode.ByteString;

/** Reads untrusted torrent files: any bytes give a torrent or the reasons why not. */
public final class TorrentReader {

    /** Reads one file; its faults are all that could be found, not the first only. */
    public TorrentReading read(byte[] bytes) {
        Faults faults = new Faults();
        Optional<BencodeDictionary> outer = decode(bytes, faults);
        Optional<Torrent> torrent = outer.flatMap(dictionary -> torrent(dictionary, faults));
        return new TorrentReading(torrent, faults.list());
    }

    private static Optional<BencodeDictionary> decode(byte[] bytes, Faults faults) {
        BencodeValue value;
        try {
            value = new BencodeDecoder().decodePrefix(bytes);
        } catch (BencodeException malformed) {
            faults.malformed(malformed);
            return Optional.empty();
        }
        if (!(value instanceof BencodeDictionary outer)) {
            faults.error(value, "a torrent file must be a dictionary but is " + value.kind());
            return Optional.empty();
        }
        if (outer.end() < bytes.length) {
            // Clients ignore it: files that went through an editor end with a line break.
            faults.warning(outer.end(), "the torrent must end here: what comes after is dropped");
        }
        return Optional.of(outer);
    }

    private static Optional<Torrent> torrent(BencodeDictionary outer, Faults faults) {
        refuseContradictions(outer, faults);
        Provenance provenance = new ProvenanceReader(outer, faults).read();
        Optional<Info> info = new InfoReader(faults).read(new Fields("", outer, faults));
        return faults.anyErrors()
                ? Optional.empty()
                : info.map(valid -> new Torrent(valid, provenance, TorrentVariants.lengthWithoutTrackers(outer)));
    }

    private static void refuseContradictions(BencodeDictionary outer, Faults faults) {
        Map<ByteString, BencodeValue> values = new HashMap<>();
        for (BencodeDictionary.Entry entry : outer.entries()) {
            BencodeValue before = values.putIfAbsent(entry.key().value(), entry.value());
            if (before != null && !before.raw().equals(entry.value().raw())) {
                faults.error(
                        entry.key(),
                        "key '" + FileName.shown(entry.key().value()) + "' comes twice with different values");
            }
        }
    }
}
