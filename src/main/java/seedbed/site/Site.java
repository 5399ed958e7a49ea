package seedbed.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Commit;
import seedbed.content.Directory;
import seedbed.content.Page;
import seedbed.content.Problem;

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
        List<Page> pages = HowTo.completing(catalogue);
        Feeds feeds = new Feeds(catalogue);
        SiteMap map = new SiteMap(catalogue, pages, feeds, prose, settings.title());
        Frames frames = new Frames(settings, map, feeds, catalogue);
        Texts texts = new Texts(prose, map, problems);
        Assets.putInto(outputs);
        Listings listings = new Listings(catalogue, map, frames, texts);
        putListings(catalogue, listings, outputs);
        putCatalogue(new CataloguePages(catalogue, map, frames, listings), outputs);
        for (Page page : pages) {
            put(page.output(), new View.Text(frames.of(page.output()), texts.body(page)), outputs);
        }
        TorrentPages torrents = new TorrentPages(settings.announceUrls(), frames, texts);
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            put(torrent.page(), torrents.of(torrent), outputs);
        }
        put("404.html", new View.NotFound(frames.anywhere("Not found")), outputs);
        put(View.Savings.PATH, new View.Savings(frames.of(View.Savings.PATH)), outputs);
        Feed feed = new Feed(settings, map, catalogue.commit().map(Commit::time));
        for (String path : feeds.paths()) {
            outputs.put(path, feed.of(path, feeds.torrents(path)));
        }
        outputs.put(CatalogueJson.PATH, new CatalogueJson(settings, map).of(catalogue));
        outputs.put(Sitemap.PATH, Sitemap.of(catalogue, pages, settings));
        return problems.stream().sorted().toList();
    }

    private void putListings(Catalogue catalogue, Listings listings, OutputSink outputs) throws IOException {
        for (Directory directory : catalogue.directories()) {
            put(directory.output(), listings.of(directory), outputs);
        }
    }

    private void putCatalogue(CataloguePages pages, OutputSink outputs) throws IOException {
        for (int number = 1; number <= pages.count(); number++) {
            put(CataloguePages.path(number), pages.of(number), outputs);
        }
    }

    private void put(String path, View view, OutputSink outputs) throws IOException {
        outputs.put(path, templates.page(view));
    }
}
