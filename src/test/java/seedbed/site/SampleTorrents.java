package seedbed.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The torrents of the sample catalogue, made from the files that the catalogue itself publishes, so that the demo's own
 * server is their web seed (BEP 19). Equal files give equal torrents.
 */
final class SampleTorrents {

    static final Path CONTENT = Path.of("src", "sample", "content");

    /** Where the demo publishes {@link #CONTENT}. */
    static final String DEMO = "http://127.0.0.1:8080/";

    private SampleTorrents() {}

    /** Writes them; to be run from the project's folder after a file of theirs has changed. */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, byte[]> torrent : make().entrySet()) {
            Files.write(CONTENT.resolve(torrent.getKey()), torrent.getValue());
        }
    }

    /** The bytes of each torrent by its path in the catalogue. */
    static SortedMap<String, byte[]> make() throws IOException {
        SortedMap<String, byte[]> torrents = new TreeMap<>();
        torrents.put(
                "lectures/forms-that-grow.torrent",
                folder("lectures/forms-that-grow")
                        .comment("Four plates from the lecture on growth in mathematics")
                        .webSeed(DEMO + "lectures/")
                        .v1());
        torrents.put(
                "posters/how-a-swarm-works.torrent",
                folder("posters/how-a-swarm-works")
                        .comment("Three posters on BitTorrent")
                        .webSeed(DEMO + "posters/")
                        .v1());
        torrents.put(
                "maps/campus-map.torrent",
                file("maps/campus-map.png")
                        .comment("Map of the Fernmoor campus")
                        .webSeed(DEMO + "maps/campus-map.png")
                        .v1());
        torrents.put(
                "artwork/night-garden.torrent",
                file("artwork/night-garden.png")
                        .comment("The botanical garden on a clear night")
                        .webSeed(DEMO + "artwork/night-garden.png")
                        .hybrid());
        return torrents;
    }

    private static SampleTorrent file(String path) throws IOException {
        Path file = CONTENT.resolve(path);
        String name = file.getFileName().toString();
        return new SampleTorrent(name, false, new TreeMap<>(Map.of(name, Files.readAllBytes(file))));
    }

    private static SampleTorrent folder(String path) throws IOException {
        Path folder = CONTENT.resolve(path);
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return new SampleTorrent(folder.getFileName().toString(), true, files);
    }
}
