package seedbed.swarm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import seedbed.protocol.InfoHash;

/**
 * An announce being written: what a well-behaved leecher outside the campus sends, until a test changes it. A new one
 * is a new client, with an id, a key and an address that nobody else has.
 */
public final class Announce {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final StringJoiner more = new StringJoiner("");
    private String from;

    private Announce(String infoHash) {
        int number = NEXT.incrementAndGet();
        from = "198.51." + (number >> 8 & 255) + "." + (number & 255);
        with("info_hash", infoHash);
        with("peer_id", String.format("-TR3000-%012d", number));
        with("key", String.format("%08x", number));
        with("port", "51413");
        with("uploaded", "0");
        with("downloaded", "0");
        with("left", "1000");
        with("compact", "1");
    }

    public static Announce of(InfoHash infoHash) {
        return new Announce(Hashes.encoded(infoHash.toBytes()));
    }

    /** For an {@code info_hash} that is already encoded, well or not. */
    public static Announce ofRaw(String infoHash) {
        return new Announce(infoHash);
    }

    /** Sets a parameter to a value that is already encoded. */
    public Announce with(String name, String encodedValue) {
        parameters.put(name, encodedValue);
        return this;
    }

    public Announce without(String name) {
        parameters.remove(name);
        return this;
    }

    /** Adds text to the end of the query. */
    public Announce andRaw(String text) {
        more.add(text);
        return this;
    }

    public Announce from(String clientAddress) {
        from = clientAddress;
        return this;
    }

    public Announce port(int port) {
        return with("port", Integer.toString(port));
    }

    public Announce left(String left) {
        return with("left", left);
    }

    public Announce event(String event) {
        return with("event", event);
    }

    public Announce seed() {
        return left("0");
    }

    public Announce partialSeed() {
        return event("paused");
    }

    public String query() {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, value) -> query.add(name + "=" + value));
        return query.toString() + more;
    }

    /** Where the others see this client. */
    public String address() {
        return (from.contains(":") ? "[" + from + "]" : from) + ":" + parameters.get("port");
    }

    public String ip() {
        return from;
    }

    public Reply to(TrackerClient tracker) {
        return Reply.read(tracker.get("/announce?" + query(), from));
    }
}
