package seedbed.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Peers spread evenly over swarms: peer p is in the swarm p modulo their number.
 *
 * @param hashes of the swarms, in hexadecimal digits
 * @param file with the hashes, one a line
 * @param peers how many there are
 */
record Population(List<String> hashes, Path file, long peers) {

    private static final long SEED = 4;
    private static final int PEERS_OF_A_SWARM = 100;

    Population {
        hashes = List.copyOf(hashes);
    }

    /** That many peers, a hundred to a swarm. */
    static Population of(long peers, Path directory) throws IOException {
        Random random = new Random(SEED);
        List<String> hashes = Stream.generate(() -> hash(random))
                .limit(peers / PEERS_OF_A_SWARM)
                .toList();
        return new Population(hashes, Files.write(directory.resolve("hashes-of-" + peers), hashes), peers);
    }

    private static String hash(Random random) {
        return String.format("%016x%016x%08x", random.nextLong(), random.nextLong(), random.nextInt());
    }
}
