package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;

/** Whatever comes in, a canonical reply goes out, and the swarm it may have changed is still in order. */
final class TrackerFuzzTest {

    private static final InfoHash LISTED = Hashes.ascii("aaaaaaaaaaaaaaaaaaaa");
    private static final String[] ADDRESSES = {"203.0.113.1", "10.0.0.1", "2001:db8::1", "192.0.2.1"};
    private static final String[] PIECES = {
        "info_hash=",
        "aaaaaaaaaaaaaaaaaaaa",
        "&peer_id=",
        "&port=",
        "&left=",
        "&event=",
        "&key=",
        "&numwant=",
        "&compact=0",
        "&no_peer_id=1",
        "stopped",
        "completed",
        "paused",
        "0",
        "-1",
        "9223372036854775808",
        "6881",
        "%",
        "%00",
        "%ff",
        "+",
        "=",
        "&",
        "\u00e9",
        "\u0000",
        "-TR3000-0123456789ab"
    };

    @FuzzTest(maxDuration = "2m")
    @DictionaryFile(resourcePath = "tracker.dict")
    void everyQueryHasACanonicalReply(byte[] data) {
        ask(InProcessTracker.started(), new String(data, StandardCharsets.ISO_8859_1));
    }

    @Test
    void randomQueriesHaveCanonicalReplies() {
        InProcessTracker tracker = InProcessTracker.started();
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            StringBuilder query = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                query.append(PIECES[random.nextInt(PIECES.length)]);
            }
            askNaming(seed, tracker, query.toString());
        }
    }

    @Test
    void spoiledQueriesOfRealClientsHaveCanonicalReplies() {
        InProcessTracker tracker = InProcessTracker.started();
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            StringBuilder query = new StringBuilder(
                    Announce.of(LISTED).event(PIECES[10 + random.nextInt(3)]).query());
            for (int i = random.nextInt(4); i > 0; i--) {
                int position = random.nextInt(query.length());
                switch (random.nextInt(3)) {
                    case 0 -> query.setCharAt(position, (char) random.nextInt(256));
                    case 1 -> query.deleteCharAt(position);
                    default -> query.insert(position, PIECES[random.nextInt(PIECES.length)]);
                }
            }
            askNaming(seed, tracker, query.toString());
        }
        assertThat(tracker.swarms.counts(LISTED).seeds()).isNotNegative();
    }

    private static void askNaming(int seed, InProcessTracker tracker, String query) {
        try {
            ask(tracker, query);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + query, e);
        }
    }

    private static void ask(InProcessTracker tracker, String query) {
        tracker.whitelist.replaceAll(List.of(LISTED));
        IpAddress client = IpAddress.of(ADDRESSES[query.length() % ADDRESSES.length]);
        Reply announced = Reply.read(tracker.tracker().announce(query, client).bytes());
        if (!announced.isRefusal()) {
            assertThat(announced.keys()).contains("complete", "downloaded", "incomplete", "interval", "peers");
        }
        Reply.read(tracker.tracker().scrape(query).bytes());
    }
}
