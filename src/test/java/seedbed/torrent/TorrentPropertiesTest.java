package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import seedbed.bencode.ByteString;
import seedbed.bencode.RandomBencode;

/** What must hold for every torrent, tried on random ones; a failure names the seed that repeats it. */
class TorrentPropertiesTest {

    private static final List<String> OURS = List.of("http://ours/announce", "http://[fc00::1]/announce");
    private static final List<TorrentVersion> VERSIONS = List.of(TorrentVersion.values());
    private static final Set<ByteString> REWRITTEN = Set.of(
            ByteString.utf8("announce"),
            ByteString.utf8("announce-list"),
            ByteString.utf8("nodes"),
            ByteString.utf8("url-list"),
            ByteString.utf8("httpseeds"));

    private final TorrentVariants variants = new TorrentVariants(OURS);

    @Test
    void infoAndUntouchedKeysStayByteForByteInBothVariants() {
        for (long seed = 0; seed < 150; seed++) {
            byte[] file = random(seed);
            Torrent original = read(file, seed);
            for (byte[] variant : List.of(users(file, seed), oursAlone(file, seed))) {
                Torrent read = read(variant, seed);
                assertThat(untouched(variant)).as("seed %d", seed).isEqualTo(untouched(file));
                assertThat(read.swarmHashes()).as("seed %d", seed).isEqualTo(original.swarmHashes());
                assertThat(read.files()).as("seed %d", seed).isEqualTo(original.files());
            }
        }
    }

    @Test
    void aVariantOfAVariantIsTheSameBytes() {
        for (long seed = 0; seed < 150; seed++) {
            byte[] users = users(random(seed), seed);
            byte[] boxes = oursAlone(random(seed), seed);
            assertThat(users(users, seed)).as("seed %d", seed).isEqualTo(users);
            assertThat(oursAlone(boxes, seed)).as("seed %d", seed).isEqualTo(boxes);
            assertThat(oursAlone(users, seed)).as("seed %d", seed).isEqualTo(boxes);
        }
    }

    @Test
    void theLengthOfAVariantIsKnownWithoutMakingIt() {
        for (long seed = 0; seed < 150; seed++) {
            assertThat(variants.lengthForUsers(read(random(seed), seed)))
                    .as("seed %d", seed)
                    .isEqualTo(users(random(seed), seed).length);
        }
    }

    @Test
    void noTrackerIsLostAndOursComesFirst() {
        for (long seed = 0; seed < 150; seed++) {
            Torrent original = read(random(seed), seed);
            List<List<String>> tiers = read(users(random(seed), seed), seed).tiers();
            List<String> expected = new ArrayList<>(OURS);
            original.tiers().forEach(expected::addAll);
            assertThat(tiers.get(0)).as("seed %d", seed).isEqualTo(OURS);
            assertThat(tiers.stream().flatMap(List::stream).toList())
                    .as("seed %d", seed)
                    .isEqualTo(expected.stream().distinct().toList());
        }
    }

    @Test
    void aChangedByteGivesATorrentOrAFaultInsideTheFile() {
        List<byte[]> torrents = LongStream.range(0, 20)
                .mapToObj(seed -> builder(seed).build(version(seed)))
                .toList();
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = torrents.get(random.nextInt(torrents.size())).clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                TorrentReading reading = new TorrentReader().read(bytes);
                assertThat(reading.faults())
                        .as("seed %d", seed)
                        .allMatch(fault -> fault.offset() >= 0 && fault.offset() <= bytes.length);
            } catch (RuntimeException broken) {
                fail("seed " + seed, broken);
            }
        }
    }

    private byte[] users(byte[] file, long seed) {
        return variants.of(read(file, seed), file).forUsers();
    }

    private byte[] oursAlone(byte[] file, long seed) {
        return variants.of(read(file, seed), file).oursAlone();
    }

    private static Torrent read(byte[] bytes, long seed) {
        return new TorrentReader()
                .read(bytes)
                .torrent()
                .orElseThrow(() -> new AssertionError("not a torrent, seed " + seed));
    }

    private static SortedMap<ByteString, ByteString> untouched(byte[] file) {
        SortedMap<ByteString, ByteString> values = TopLevel.of(file);
        values.keySet().removeAll(REWRITTEN);
        return values;
    }

    private static TorrentVersion version(long seed) {
        return VERSIONS.get((int) (seed % VERSIONS.size()));
    }

    private static byte[] random(long seed) {
        return builder(seed).build(version(seed));
    }

    private static TorrentBuilder builder(long seed) {
        Random random = new Random(seed);
        TorrentBuilder builder = new TorrentBuilder(seed).pieceLength((16 * 1024) << random.nextInt(3));
        int files = 1 + random.nextInt(5);
        for (int i = 0; i < files; i++) {
            builder.file((i % 2 == 0 ? "" : "d/") + "f" + i, 1 + random.nextInt(100_000));
        }
        addStrangeKeys(builder, random);
        if (random.nextBoolean()) {
            builder.announce("http://lone/");
        }
        if (random.nextBoolean()) {
            builder.tiers(tiers(random));
        }
        return random.nextBoolean() ? builder.webSeeds("http://w/" + seed) : builder;
    }

    private static void addStrangeKeys(TorrentBuilder builder, Random random) {
        RandomBencode values = new RandomBencode(random);
        int keys = random.nextInt(4);
        for (int i = 0; i < keys; i++) {
            // A first byte that begins no key with a meaning.
            ByteString key = values.bytes(8);
            builder.outer("\u0001" + key.hex(), values.value());
            builder.info("x-" + i, values.value());
        }
    }

    private static List<List<String>> tiers(Random random) {
        List<String> urls = List.of("http://a/", "udp://b:1/", "", OURS.get(0), "http://c/", OURS.get(1), " http://a/");
        List<List<String>> tiers = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(urls.size());
            tiers.add(urls.subList(from, from + random.nextInt(urls.size() - from + 1)));
        }
        return tiers;
    }
}
