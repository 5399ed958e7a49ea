package seedbed.protocol;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sizes of the swarms a client asked for (BEP 48).
 *
 * @param files one entry for every hash in the request: clients take a missing one for an error
 */
public record ScrapeReply(Map<InfoHash, SwarmCounts> files) implements TrackerReply {

    public ScrapeReply {
        // InfoHash sorts as unsigned bytes, which is the order of dictionary keys.
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    @Override
    public byte[] bytes() {
        BencodeBuffer out =
                new BencodeBuffer(32 + files.size() * 96).begin().text("files").begin();
        for (Map.Entry<InfoHash, SwarmCounts> file : files.entrySet()) {
            SwarmCounts counts = file.getValue();
            out.string(file.getKey().toBytes())
                    .begin()
                    .text("complete")
                    .integer(counts.seeds())
                    .text("downloaded")
                    .integer(counts.completed())
                    .text("incomplete")
                    .integer(counts.leechers())
                    .end();
        }
        return out.end().end().toBytes();
    }
}
