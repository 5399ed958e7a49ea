package seedbed.swarm;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import seedbed.protocol.InfoHash;

/** Info-hashes for tests. */
final class Hashes {

    // Never the same hash twice, also where several suites talk to one server.
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Hashes() {}

    /** A hash nobody else uses, with bytes of all kinds. */
    static InfoHash random() {
        byte[] bytes = new byte[InfoHash.LENGTH];
        new Random(NEXT.incrementAndGet()).nextBytes(bytes);
        return InfoHash.of(bytes);
    }

    /** A hash of 20 ASCII characters. */
    static InfoHash ascii(String text) {
        return InfoHash.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Every byte percent-encoded. */
    static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append('%').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }
}
