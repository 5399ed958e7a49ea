package seedbed.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Problem;
import seedbed.content.SourceFile;
import seedbed.protocol.InfoHash;
import seedbed.site.FileContent;
import seedbed.site.OnAllCores;
import seedbed.site.OutputSink;
import seedbed.site.SiteRenderer;
import seedbed.torrent.TorrentVariants;
import seedbed.torrent.TorrentVersion;

/** What a release of a catalogue holds: the site, torrents in their variants, and copies. */
final class ReleaseContents {

    private final SiteRenderer site;
    private final TorrentVariants variants;
    /** Of the last release, by the version of the authors' file. */
    private volatile Map<String, Prints> known = Map.of();

    /** What was made of a torrent. */
    private record Prints(Print forUsers, Print oursAlone) {}

    /** By what a file is known that was made. */
    private record Print(String sha256, int length) {

        static Print of(FileContent content) {
            return new Print(content.sha256(), content.bytes().length);
        }
    }

    ReleaseContents(SiteRenderer site, List<String> announceUrls) {
        this.site = site;
        this.variants = new TorrentVariants(announceUrls);
    }

    /**
     * Puts every file of a release, at its path inside the release.
     *
     * @return what is wrong with the texts, and with files that could not be read
     * @throws IOException if the sink cannot take a file
     */
    List<Problem> write(Catalogue catalogue, OutputSink release) throws IOException {
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        OnAllCores.forEach(catalogue.copies(), copy -> copy(copy, release, problems));
        Map<String, Prints> now = new ConcurrentHashMap<>();
        OnAllCores.forEach(catalogue.torrents(), torrent -> {
            Optional<Prints> prints = write(torrent, release, problems);
            torrent.file().version().ifPresent(version -> prints.ifPresent(made -> now.put(version, made)));
        });
        known = now;
        problems.addAll(site.render(catalogue, new WebrootSink(release)));
        return problems;
    }

    /** About how many files {@link #write} puts: only the site knows how many assets and feeds it adds. */
    int size(Catalogue catalogue) {
        return catalogue.outputs().size() + 2 * catalogue.torrents().size();
    }

    /** The whitelist that goes with a catalogue. */
    List<Listing> listings(Catalogue catalogue) {
        List<Listing> listings = new ArrayList<>();
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            for (InfoHash hash : torrent.torrent().swarmHashes()) {
                listings.add(new Listing(
                        hash,
                        torrent.path(),
                        torrent.torrent().name(),
                        torrent.torrent().totalLength()));
            }
        }
        return listings;
    }

    private static void copy(SourceFile copy, OutputSink release, List<Problem> problems) throws IOException {
        Optional<byte[]> bytes = read(copy, problems);
        if (bytes.isPresent()) {
            release.put(Area.WEBROOT.path(copy.path()), bytes.get());
        }
    }

    private static Optional<byte[]> read(SourceFile file, List<Problem> problems) {
        try {
            return Optional.of(file.bytes());
        } catch (IOException e) {
            problems.add(Problem.error(file.path(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Puts the variants of a torrent where they go; those that are there already are not made again. */
    private Optional<Prints> write(CatalogueTorrent torrent, OutputSink release, List<Problem> problems)
            throws IOException {
        Optional<Prints> before = torrent.file().version().map(known::get);
        List<String> forUsers = notKept(pathsForUsers(torrent), before.map(Prints::forUsers), release);
        List<String> oursAlone = notKept(pathsOfOursAlone(torrent), before.map(Prints::oursAlone), release);
        if (forUsers.isEmpty() && oursAlone.isEmpty()) {
            return before;
        }
        Optional<byte[]> file = read(torrent.file(), problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        TorrentVariants.Variants made = variants.of(torrent.torrent(), file.get());
        return Optional.of(new Prints(
                put(FileContent.of(made.forUsers()), forUsers, release),
                put(FileContent.of(made.oursAlone()), oursAlone, release)));
    }

    private static List<String> notKept(List<String> paths, Optional<Print> print, OutputSink release)
            throws IOException {
        List<String> rest = new ArrayList<>();
        for (String path : paths) {
            if (print.isEmpty()
                    || !release.keeps(path, print.get().sha256(), print.get().length())) {
                rest.add(path);
            }
        }
        return rest;
    }

    private static Print put(FileContent content, List<String> paths, OutputSink release) throws IOException {
        for (String path : paths) {
            release.put(path, content);
        }
        return Print.of(content);
    }

    private static List<String> pathsForUsers(CatalogueTorrent torrent) {
        String visitors = Area.WEBROOT.path(torrent.path());
        // A v2-only torrent does rtorrent no harm, and a box that fetches from outside may run another client.
        boolean boxes = torrent.torrent().fitForSeedBoxes() || torrent.torrent().version() == TorrentVersion.V2;
        return boxes ? List.of(visitors, Area.ORIGIN.path(fileName(torrent))) : List.of(visitors);
    }

    private static List<String> pathsOfOursAlone(CatalogueTorrent torrent) {
        String visitors = Area.WEBROOT.path(torrent.campusPath());
        return torrent.torrent().fitForSeedBoxes()
                ? List.of(visitors, Area.RSYNC.path(fileName(torrent)))
                : List.of(visitors);
    }

    /** Seed boxes know a torrent by its hash: the same name never stands for another torrent. */
    static String fileName(CatalogueTorrent torrent) {
        return torrent.torrent().fileHash().hex() + ".torrent";
    }
}
