package seedbed.system;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import seedbed.bencode.BencodeDecoder;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeException;
import seedbed.bencode.BencodeInteger;
import seedbed.bencode.BencodeString;
import seedbed.bencode.BencodeValue;

/**
 * What a tracker said, as far as two trackers can be compared: not the words of a failure, not the intervals, which are
 * random, not {@code external ip}, which only we send, and not the asker among the peers, where only opentracker puts it.
 */
final class SaidByTracker {

    /** Names the answer as a whole. */
    static final String ANSWER = "answer";

    static final String SUCCESS = "success";
    static final String REFUSED = "refused";

    private static final int COMPACT_PEER = 6;

    private final String answer;
    private final Map<String, String> values = new TreeMap<>();

    private SaidByTracker(String answer) {
        this.answer = answer;
    }

    static SaidByTracker of(HttpAnswer http, int asker) throws IOException, BencodeException {
        if (http.status() != 200) {
            return new SaidByTracker("status " + http.status());
        }
        BencodeDictionary said = (BencodeDictionary) new BencodeDecoder().decode(http.bytes());
        if (said.get("failure reason").isPresent()) {
            return new SaidByTracker(REFUSED);
        }
        SaidByTracker success = new SaidByTracker(SUCCESS);
        for (String count : List.of("complete", "incomplete", "downloaded")) {
            said.get(count).ifPresent(value -> success.values.put(count, number(value)));
        }
        said.get("peers").ifPresent(value -> success.values.put("peers", peers(value, asker)));
        said.get("files").ifPresent(value -> success.values.put("files", files((BencodeDictionary) value)));
        return success;
    }

    private static String number(BencodeValue value) {
        return Long.toString(((BencodeInteger) value).value().orElseThrow());
    }

    /** The last numbers of the addresses, in order. */
    private static String peers(BencodeValue value, int asker) {
        if (!(value instanceof BencodeString packed)) {
            return "dictionaries";
        }
        byte[] bytes = packed.value().toBytes();
        TreeSet<Integer> clients = new TreeSet<>();
        for (int i = 0; i < bytes.length; i += COMPACT_PEER) {
            clients.add((int) bytes[i + 3]);
        }
        clients.remove(asker);
        return clients.stream().map(client -> Integer.toString(client)).collect(Collectors.joining(" "));
    }

    /** Seeds, downloads and leechers of each torrent. */
    private static String files(BencodeDictionary files) {
        return files.entries().stream()
                .map(entry -> (BencodeDictionary) entry.value())
                .map(file -> List.of("complete", "downloaded", "incomplete").stream()
                        .map(count -> number(file.get(count).orElseThrow()))
                        .collect(Collectors.joining("/")))
                .collect(Collectors.joining(" "));
    }

    /** Where the answers differ, as {@code theirs | ours}. */
    Map<String, String> differencesTo(SaidByTracker ours) {
        Map<String, String> differences = new TreeMap<>();
        if (!answer.equals(ours.answer)) {
            differences.put(ANSWER, answer + " | " + ours.answer);
            return differences;
        }
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(ours.values.keySet());
        for (String name : names) {
            String mine = values.getOrDefault(name, "none");
            String other = ours.values.getOrDefault(name, "none");
            if (!mine.equals(other)) {
                differences.put(name, mine + " | " + other);
            }
        }
        return differences;
    }
}
