package seedbed.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests for a torrent of their own, and how the answers of two trackers to the last one differ. */
final class TrackerCase {

    /** Stands for {@code info_hash=} and the hash of the case. */
    static final String OURS = "OURS";

    private static final String ALSO = "also:";

    private record Request(int client, String target) {}

    private final String name;
    private final List<Request> requests = new ArrayList<>();
    private final Map<String, String> differences = new TreeMap<>();

    private TrackerCase(String name) {
        this.name = name;
    }

    static TrackerCase of(String name) {
        return new TrackerCase(name);
    }

    /**
     * Announces.
     *
     * @param client 1 to 9: the client at 127.0.0.n, port 6880 + n
     * @param parameters what stands in place of the usual parameters of the same name; a name alone leaves one out, and
     *     one after {@code also:} comes on top
     */
    TrackerCase ask(int client, String parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("info_hash", "info_hash=" + encodedHash());
        query.put("peer_id", "peer_id=-XX0001-00000000000" + client);
        query.put("port", "port=" + (6880 + client));
        query.put("compact", "compact=1");
        for (String parameter : parameters.split("&", -1)) {
            query.put(parameter.split("=", 2)[0], parameter.contains("=") ? parameter.replace(ALSO, "") : "");
        }
        query.values().removeIf(String::isEmpty);
        requests.add(new Request(client, "/announce?" + String.join("&", query.values())));
        return this;
    }

    TrackerCase scrape(String query) {
        requests.add(new Request(1, "/scrape?" + query.replace(OURS, "info_hash=" + encodedHash())));
        return this;
    }

    /**
     * Says where the answers differ.
     *
     * @param what as {@link SaidByTracker} names it
     * @param why for the reader
     */
    TrackerCase differs(String what, String theirs, String ours, String why) {
        differences.put(what, theirs + " | " + ours);
        if (why.isBlank()) {
            throw new IllegalArgumentException(name + ": a reason is expected for \"" + what + '"');
        }
        return this;
    }

    /** Says that opentracker takes it for no announce at all, while we answer. */
    TrackerCase refusedByThem(String why) {
        return differs(SaidByTracker.ANSWER, "status 400", SaidByTracker.SUCCESS, why);
    }

    /** Says that opentracker answers, while we refuse. */
    TrackerCase refusedByUs(String why) {
        return differs(SaidByTracker.ANSWER, SaidByTracker.SUCCESS, SaidByTracker.REFUSED, why);
    }

    /** Says that we refuse what is an HTTP error to opentracker. */
    TrackerCase errorByThem(int status) {
        String why = "clients read the reason only in a 200";
        return differs(SaidByTracker.ANSWER, "status " + status, SaidByTracker.REFUSED, why);
    }

    String listedHash() {
        return HexFormat.of().formatHex(hash());
    }

    private String encodedHash() {
        return HexFormat.of().withPrefix("%").formatHex(hash());
    }

    private byte[] hash() {
        String text = String.format("case:%015d", Integer.toUnsignedLong(name.hashCode()));
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends all requests, and hears the answer to the last. */
    SaidByTracker ask(Http tracker) throws Exception {
        Request last = requests.get(requests.size() - 1);
        for (Request request : requests.subList(0, requests.size() - 1)) {
            tracker.from(request.client()).get(request.target());
        }
        return SaidByTracker.of(tracker.from(last.client()).get(last.target()), last.client());
    }

    Map<String, String> differences() {
        return differences;
    }

    @Override
    public String toString() {
        return name;
    }
}
