package seedbed.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Directory;
import seedbed.content.Page;
import seedbed.content.Problem;
import seedbed.content.RemovedTorrent;

/**
 * The pages, listings and machine-readable files of a mirror. Files are handed on one by one, so that a large catalogue
 * needs little memory; nothing in them depends on the time or the machine.
 */
public final class Site implements SiteRenderer {

    private final SiteSettings settings;
    private final Prose prose = new Prose();
    private final Templates templates = new Templates();

    public Site(SiteSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Problem> render(Catalogue catalogue, OutputSink outputs) throws IOException {
        List<Problem> problems = new ArrayList<>();
        SiteMap map = new SiteMap(catalogue, prose, settings.title());
        Frames frames = new Frames(settings, map, catalogue);
        Texts texts = new Texts(prose, map, problems);
        Assets.putInto(outputs);
        putListings(catalogue, new Listings(catalogue, map, frames, texts), outputs);
        for (Page page : catalogue.pages()) {
            put(page.output(), new View.Text(frames.of(page.output()), texts.body(page)), outputs);
        }
        TorrentPages torrents =
                new TorrentPages(settings.announceUrls(), map, frames, texts, new Succession(catalogue, problems));
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            put(torrent.page(), torrents.of(torrent), outputs);
        }
        for (RemovedTorrent removed : catalogue.removed()) {
            put(removed.page(), torrents.of(removed), outputs);
        }
        put("404.html", new View.NotFound(frames.anywhere("Not found")), outputs);
        outputs.put(Feed.PATH, new Feed(settings, map).of(catalogue));
        outputs.put(CatalogueJson.PATH, new CatalogueJson(settings, map).of(catalogue));
        outputs.put(Sitemap.PATH, Sitemap.of(catalogue, settings));
        return problems.stream().sorted().toList();
    }

    private void putListings(Catalogue catalogue, Listings listings, OutputSink outputs) throws IOException {
        for (Directory directory : catalogue.directories()) {
            put(directory.output(), listings.of(directory), outputs);
        }
    }

    private void put(String path, View view, OutputSink outputs) throws IOException {
        outputs.put(path, templates.page(view));
    }
}
