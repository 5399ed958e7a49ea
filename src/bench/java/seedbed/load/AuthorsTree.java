package seedbed.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/** A git repository with many torrents in a hundred directories, each with a text of some forty words and a link. */
final class AuthorsTree {

    private static final long SEED = 5;
    private static final int DIRECTORIES = 100;
    private static final int PIECE = 256 * 1024;
    private static final int HASH = 20;
    private static final List<String> WORDS = List.of(
            "archive",
            "campus",
            "census",
            "climate",
            "corpus",
            "data",
            "genome",
            "image",
            "language",
            "lecture",
            "linux",
            "map",
            "mirror",
            "river",
            "seed",
            "set",
            "soil",
            "station",
            "survey",
            "swarm",
            "weather");

    private final Path work;
    private final Path bare;
    private final int torrents;
    private final Random random = new Random(SEED);

    /** @param directory that is empty, and takes a work tree and a bare repository */
    AuthorsTree(Path directory, int torrents) throws Exception {
        this.work = directory.resolve("work");
        this.bare = directory.resolve("content.git");
        this.torrents = torrents;
        Files.createDirectories(work);
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.email", "author@mirror.example");
        git("config", "user.name", "Author");
        git("config", "gc.auto", "0");
        for (int number = 0; number < torrents; number++) {
            write(number);
        }
        commit("All");
        // One pack, as a push of so many files leaves it.
        git("clone", "--quiet", "--bare", "--no-local", ".", bare.toString());
        git("remote", "add", "origin", bare.toString());
    }

    Path bare() {
        return bare;
    }

    /** Adds a line to the text of one torrent, and pushes that. */
    void change(int number) throws Exception {
        Files.writeString(text(number), "\nOne more line.\n", StandardOpenOption.APPEND);
        commit("A line");
        git("push", "--quiet", "origin", "main");
    }

    private void write(int number) throws IOException {
        Files.createDirectories(work.resolve(directory(number)));
        int pieces = 100 + random.nextInt(300);
        byte[] hashes = new byte[HASH * pieces];
        random.nextBytes(hashes);
        byte[] torrent = new BencodeWriter()
                .beginDictionary()
                .key("announce")
                .string("http://tracker.example/announce")
                .key("creation date")
                .integer(1_500_000_000L + number)
                .key("info")
                .beginDictionary()
                .key("length")
                .integer((long) PIECE * pieces)
                .key("name")
                .string(name(number) + ".iso")
                .key("piece length")
                .integer(PIECE)
                .key("pieces")
                .string(ByteString.of(hashes))
                .end()
                .end()
                .toBytes();
        Files.write(work.resolve(directory(number)).resolve(name(number) + ".torrent"), torrent);
        String next = name((number + DIRECTORIES) % torrents) + ".torrent";
        Files.writeString(
                text(number),
                "# Item " + number + ' ' + words(3) + "\n\n" + words(30) + ". See [the next](" + next + ").\n");
    }

    private String words(int count) {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private static String directory(int number) {
        return String.format(Locale.ROOT, "set%02d", number % DIRECTORIES);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "item%05d", number);
    }

    private Path text(int number) {
        return work.resolve(directory(number)).resolve(name(number) + ".txt");
    }

    private void commit(String message) throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--message", message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", work.toString()));
        command.addAll(List.of(arguments));
        Path logs = Files.createDirectories(work.resolveSibling("git"));
        Program.output("git", logs, command);
    }
}
