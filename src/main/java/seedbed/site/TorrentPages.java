package seedbed.site;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.content.CatalogueTorrent;
import seedbed.content.RemovedTorrent;
import seedbed.content.SourceFile;
import seedbed.protocol.InfoHash;
import seedbed.torrent.InfoHashV2;
import seedbed.torrent.MagnetLink;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentFile;
import seedbed.torrent.TorrentVersion;

/** Pages that tell everything about one torrent. */
final class TorrentPages {

    /** More rows make a page that nobody can use. */
    private static final int MOST_FILES = 2_000;

    private final List<String> announceUrls;
    private final MagnetLink magnets;
    private final Frames frames;
    private final Texts texts;
    private final SiteMap map;
    private final Succession succession;

    /** One file may name every torrent there is, so each is read once. */
    private final Map<String, Checksums> checksums = new ConcurrentHashMap<>();

    TorrentPages(List<String> announceUrls, SiteMap map, Frames frames, Texts texts, Succession succession) {
        this.announceUrls = announceUrls;
        this.magnets = new MagnetLink(announceUrls);
        this.frames = frames;
        this.texts = texts;
        this.map = map;
        this.succession = succession;
    }

    /** What a page tells beside what is in the torrent itself. */
    private record Surroundings(
            View.Frame frame, View.Body body, View.Successors successors, List<View.Attestation> attestations) {}

    /** What decides how a page looks, where the bytes of the torrent have a name. */
    private record Essentials(String version, String path, Optional<Instant> added, Surroundings around) {}

    void put(CatalogueTorrent entry, PageSink sink) throws IOException {
        Surroundings around = new Surroundings(
                frames.of(entry.page()), texts.body(entry.description()), successors(entry), attestations(entry));
        Optional<String> version = entry.file().version();
        if (version.isEmpty()) {
            sink.put(entry.page(), view(entry, around));
        } else {
            Essentials essentials = new Essentials(version.get(), entry.path(), entry.added(), around);
            sink.put(entry.page(), essentials, () -> view(entry, around));
        }
    }

    private View view(CatalogueTorrent entry, Surroundings around) {
        Torrent torrent = entry.torrent();
        List<TorrentFile> files = files(torrent);
        List<TorrentFile> shown = files.subList(0, Math.min(files.size(), MOST_FILES));
        return new View.TorrentPage(
                around.frame(),
                around.body(),
                new View.Download(
                        WebPath.relative(entry.page(), entry.path()),
                        WebPath.relative(entry.page(), entry.campusPath()),
                        magnets.of(torrent),
                        magnets.shortest(torrent),
                        Listings.swarms(entry),
                        View.Size.of(torrent.totalLength()),
                        files.size()),
                identity(entry),
                around.successors(),
                FileTree.rows(torrent, shown),
                files.size() - shown.size(),
                around.attestations(),
                tiers(torrent),
                torrent.webSeeds().stream().map(TorrentPages::webSeed).toList());
    }

    View.Removed of(RemovedTorrent removed) {
        return new View.Removed(
                frames.of(removed.page()),
                removed.name(),
                removed.hashes().stream().map(InfoHash::hex).toList(),
                succession
                        .moved(removed)
                        .map(torrent -> map.target(removed.page(), torrent.page()))
                        .orElse(null));
    }

    private View.Successors successors(CatalogueTorrent entry) {
        return new View.Successors(
                succession
                        .newer(entry)
                        .map(newer -> map.target(entry.page(), newer.page()))
                        .orElse(null),
                succession.older(entry).stream()
                        .map(older -> map.target(entry.page(), older.page()))
                        .toList());
    }

    /** Without padding, which is no file that anybody wants (BEP 47). */
    static List<TorrentFile> files(Torrent torrent) {
        return torrent.files().stream().filter(file -> !file.padding()).toList();
    }

    private static View.Identity identity(CatalogueTorrent entry) {
        Torrent torrent = entry.torrent();
        return new View.Identity(
                torrent.name(),
                words(torrent.version()),
                torrent.v1().map(InfoHash::hex).orElse(null),
                torrent.v2().map(InfoHashV2::hex).orElse(null),
                torrent.pieceCount(),
                View.Size.of(torrent.pieceLength()),
                torrent.creationDate().map(View.Day::of).orElse(null),
                entry.added().map(View.Day::of).orElse(null),
                torrent.createdBy().orElse(null),
                torrent.comment().orElse(null));
    }

    private static String words(TorrentVersion version) {
        return switch (version) {
            case V1 -> "1: every client";
            case HYBRID -> "1 and 2: every client";
            case V2 -> "2: recent clients only";
        };
    }

    private List<View.Attestation> attestations(CatalogueTorrent entry) throws IOException {
        if (entry.attestations().isEmpty()) {
            return List.of();
        }
        Set<String> names = Stream.concat(
                        Stream.of(WebPath.name(entry.path())),
                        files(entry.torrent()).stream()
                                .map(file -> file.path().get(file.path().size() - 1)))
                .collect(Collectors.toSet());
        List<View.Attestation> attestations = new ArrayList<>();
        for (SourceFile file : entry.attestations()) {
            attestations.add(new View.Attestation(
                    file.name(),
                    WebPath.relative(entry.page(), file.path()),
                    checksums(file).of(names)));
        }
        return attestations;
    }

    private Checksums checksums(SourceFile file) throws IOException {
        Checksums known = checksums.get(file.path());
        if (known == null) {
            known = Checksums.parse(file.bytes());
            checksums.put(file.path(), known);
        }
        return known;
    }

    /** As in the torrent that visitors get: our tracker first, then those the torrent came with, each once. */
    private List<List<String>> tiers(Torrent torrent) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(Stream.of(announceUrls), torrent.tiers().stream())
                .map(tier -> tier.stream().filter(seen::add).toList())
                .filter(tier -> !tier.isEmpty())
                .toList();
    }

    /** The address comes from the torrent, whoever made that; browsers are sent to ordinary addresses only. */
    private static View.WebSeed webSeed(String address) {
        String scheme = address.toLowerCase(Locale.ROOT);
        return new View.WebSeed(address, scheme.startsWith("https://") || scheme.startsWith("http://"));
    }
}
