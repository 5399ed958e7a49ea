package seedbed.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        OnAllCores.forEach(catalogue.torrents(), torrent -> write(torrent, release));
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
        byte[] bytes;
        try {
            bytes = copy.bytes();
        } catch (IOException e) {
            problems.add(Problem.error(copy.path(), String.valueOf(e.getMessage())));
            return;
        }
        release.put(Area.WEBROOT.path(copy.path()), bytes);
    }

    private void write(CatalogueTorrent torrent, OutputSink release) throws IOException {
        String name = fileName(torrent);
        FileContent forUsers = FileContent.of(variants.forUsers(torrent.torrent()));
        FileContent oursAlone = FileContent.of(variants.oursAlone(torrent.torrent()));
        release.put(Area.WEBROOT.path(torrent.path()), forUsers);
        release.put(Area.WEBROOT.path(torrent.campusPath()), oursAlone);
        boolean fit = torrent.torrent().fitForSeedBoxes();
        // A v2-only torrent does rtorrent no harm, and a box that fetches from outside may run another client.
        if (fit || torrent.torrent().version() == TorrentVersion.V2) {
            release.put(Area.ORIGIN.path(name), forUsers);
        }
        if (fit) {
            release.put(Area.RSYNC.path(name), oursAlone);
        }
    }

    /** Seed boxes know a torrent by its hash: the same name never stands for another torrent. */
    static String fileName(CatalogueTorrent torrent) {
        return torrent.torrent().fileHash().hex() + ".torrent";
    }
}
