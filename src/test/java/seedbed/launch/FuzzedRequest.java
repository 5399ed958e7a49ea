package seedbed.launch;

import java.util.List;
import java.util.Random;
import seedbed.protocol.ClientQueries;

/**
 * A request of a client gone wrong, the same for the same seed: a query of a real client, or words strung together,
 * spoiled in a few places. Line ends and spaces stay out of it: they would make it another HTTP request.
 *
 * @param target path and query, a byte a character
 * @param forwardedFor where it seems to come from
 */
record FuzzedRequest(String target, String forwardedFor) {

    private static final List<String> WORDS = List.of(
            "info_hash=",
            "&info_hash=aaaaaaaaaaaaaaaaaaaa",
            "%61aaaaaaaaaaaaaaaaaaa",
            "&peer_id=-TR3000-0123456789ab",
            "&port=",
            "&left=0",
            "&event=",
            "stopped",
            "completed",
            "paused",
            "&key=",
            "&numwant=",
            "&compact=0",
            "&no_peer_id=1",
            "-1",
            "00000",
            "9223372036854775808",
            "%",
            "%0",
            "%zz",
            "%00",
            "%FF",
            "%c0%af",
            "%0d%0a",
            "+",
            "=",
            "&",
            "?",
            "#",
            ";",
            "..",
            "\u00e9",
            "\u0001",
            "\u007f");
    private static final List<String> ADDRESSES = List.of(
            "203.0.113.1",
            "10.0.0.1",
            "2001:db8::1",
            "192.0.2.1",
            "::ffff:198.51.100.7",
            "127.0.0.1",
            "",
            "unknown",
            "localhost",
            "10.0.0.1, 203.0.113.5",
            "[2001:db8::1]:80",
            "203.0.113.1:4711",
            "999.1.1.1",
            ",,,",
            "fe80::1%eth0",
            "a".repeat(3000));
    private static final int MAX_SPOILED = 5;

    static FuzzedRequest of(int seed) {
        Random random = new Random(seed);
        StringBuilder query =
                new StringBuilder(random.nextInt(4) == 0 ? words(random) : any(ClientQueries.ANNOUNCES, random));
        for (int i = random.nextInt(MAX_SPOILED); i > 0; i--) {
            spoil(query, random);
        }
        StringBuilder target = new StringBuilder(random.nextInt(4) == 0 ? "/scrape?" : "/announce?").append(query);
        if (random.nextInt(20) == 0) {
            // Now and then the path is hit as well.
            target.setCharAt(1 + random.nextInt("scrape".length()), printable(random));
        }
        String from = random.nextInt(3) == 0 ? any(ADDRESSES, random) : "203.0.113." + random.nextInt(256);
        return new FuzzedRequest(target.toString(), from);
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            words.append(any(WORDS, random));
        }
        return words.toString();
    }

    private static void spoil(StringBuilder query, Random random) {
        if (query.length() == 0) {
            return;
        }
        int at = random.nextInt(query.length());
        switch (random.nextInt(8)) {
            case 0 -> query.setCharAt(at, printable(random));
            case 1 -> query.deleteCharAt(at);
            case 2 -> query.insert(at, String.format("%%%02x", random.nextInt(256)));
            case 3 -> query.insert(at, (char) (0x80 + random.nextInt(128)));
            case 4 -> query.insert(at, query.substring(at));
            case 5 -> query.setLength(at);
            case 6 -> query.insert(at, "x".repeat(random.nextInt(random.nextInt(50) == 0 ? 20_000 : 50)));
            default -> query.insert(at, any(WORDS, random));
        }
    }

    private static char printable(Random random) {
        return (char) ('!' + random.nextInt('~' - '!'));
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
