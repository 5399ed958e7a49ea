package seedbed.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Directory;
import seedbed.content.Page;
import seedbed.content.Problem;
import seedbed.content.RemovedTorrent;

/**
 * The pages, listings and machine-readable files of a mirror. Files are handed on as they are made, so that a large
 * catalogue needs little memory; nothing in them depends on the time or the machine.
 */
public final class Site implements SiteRenderer {

    private final SiteSettings settings;
    private final Prose prose = new Prose();
    private final Templates templates = new Templates();

    public Site(SiteSettings settings) {
        this.settings = settings;
    }

    /** A file of the site, made when its turn comes. */
    private record Output(String path, Making making) {
        interface Making {
            byte[] bytes() throws IOException;
        }
    }

    @Override
    public List<Problem> render(Catalogue catalogue, OutputSink outputs) throws IOException {
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        SiteMap map = new SiteMap(catalogue, prose, settings.title());
        Frames frames = new Frames(settings, map, catalogue);
        Texts texts = new Texts(prose, map, problems);
        Assets.putInto(outputs);
        List<Output> all = new ArrayList<>();
        // The longest come first, so that no core works on one of them while the others have nothing left to do.
        addIndexes(catalogue, map, all);
        Listings listings = new Listings(catalogue, map, frames, texts);
        for (Directory directory : catalogue.directories()) {
            all.add(page(directory.output(), () -> listings.of(directory)));
        }
        for (Page page : catalogue.pages()) {
            all.add(page(page.output(), () -> new View.Text(frames.of(page.output()), texts.body(page))));
        }
        Succession succession = new Succession(catalogue, problems);
        addTorrents(catalogue, new TorrentPages(settings.announceUrls(), map, frames, texts, succession), all);
        all.add(page("404.html", () -> new View.NotFound(frames.anywhere("Not found"))));
        OnAllCores.forEach(
                all, output -> outputs.put(output.path(), output.making().bytes()));
        return problems.stream().sorted().toList();
    }

    private void addIndexes(Catalogue catalogue, SiteMap map, List<Output> all) {
        all.add(new Output(Feed.PATH, () -> new Feed(settings, map).of(catalogue)));
        all.add(new Output(CatalogueJson.PATH, () -> new CatalogueJson(settings, map).of(catalogue)));
        all.add(new Output(Sitemap.PATH, () -> Sitemap.of(catalogue, settings)));
    }

    private void addTorrents(Catalogue catalogue, TorrentPages torrents, List<Output> all) {
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            all.add(page(torrent.page(), () -> torrents.of(torrent)));
        }
        for (RemovedTorrent removed : catalogue.removed()) {
            all.add(page(removed.page(), () -> torrents.of(removed)));
        }
    }

    private interface Viewing {
        View view() throws IOException;
    }

    private Output page(String path, Viewing viewing) {
        return new Output(path, () -> templates.page(viewing.view()));
    }
}
