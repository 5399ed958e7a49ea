package seedbed.content;

import java.io.IOException;
import java.util.function.Function;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentReading;

/** What files say, kept from one reading of a tree to the next for those whose bytes have a name. Safe for threads. */
final class KnownFiles {

    private final Memory<String, TorrentReading> torrents;
    private final Memory<String, Utf8> texts;

    private KnownFiles(Memory<String, TorrentReading> torrents, Memory<String, Utf8> texts) {
        this.torrents = torrents;
        this.texts = texts;
    }

    static KnownFiles none() {
        return new KnownFiles(Memory.empty(), Memory.empty());
    }

    /** For the next reading: knows what this one was asked for. */
    KnownFiles next() {
        return new KnownFiles(torrents.next(), texts.next());
    }

    TorrentReading torrent(SourceFile file) throws IOException {
        return get(torrents, file, bytes -> new TorrentReader().read(bytes));
    }

    Utf8 text(SourceFile file) throws IOException {
        return get(texts, file, Utf8::decode);
    }

    private static <T> T get(Memory<String, T> memory, SourceFile file, Function<byte[], T> reader) throws IOException {
        if (file.version().isEmpty()) {
            return reader.apply(file.bytes());
        }
        return memory.read(file.version().get(), unused -> reader.apply(file.bytes()));
    }
}
