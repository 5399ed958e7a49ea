package seedbed.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import seedbed.content.Catalogue;
import seedbed.content.Commit;
import seedbed.content.Page;
import seedbed.content.Problem;

/**
 * The pages, listings and machine-readable files of a mirror. Files are handed on as they are made, so that a large
 * catalogue needs little memory; nothing in them depends on the time or the machine.
 */
public final class Site implements SiteRenderer {

    private final SiteSettings settings;
    private volatile Readings readings = Readings.none();
    private volatile Entries entries = Entries.none();
    /** Made with our own templates, which never change; those of a theme may, from one publication to the next. */
    private volatile Map<String, PageSink.Known> pages = Map.of();

    public Site(SiteSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Problem> render(Catalogue catalogue, OutputSink outputs) throws IOException {
        Theme theme = new Theme(settings.theme());
        // Made anew each time, because operators try out one thing after the other.
        Templates templates = new Templates(theme);
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>(templates.problems()));
        theme.fault().ifPresent(problems::add);
        if (problems.isEmpty()) {
            Assets.putInto(outputs, theme);
            try {
                boolean ours = theme.templates().isEmpty();
                PageSink sink = new PageSink(templates, outputs, ours ? pages : Map.of());
                write(catalogue, sink, problems);
                pages = ours ? sink.known() : Map.of();
            } catch (BrokenTemplateException broken) {
                // It fails on every page, or on one that is missing now: the rest would tell nothing new.
                problems.add(broken.problem());
            }
        }
        return problems.stream().sorted().toList();
    }

    private void write(Catalogue catalogue, PageSink sink, List<Problem> problems) throws IOException {
        List<Page> pages = HowTo.completing(catalogue);
        Feeds feeds = new Feeds(catalogue);
        Readings reading = readings.next();
        readings = reading;
        Function<Page, Outline> outliner = page -> {
            sink.outputs().working();
            return reading.of(page).outline();
        };
        SiteMap map = new SiteMap(catalogue, pages, feeds, outliner, settings.title());
        Frames frames = new Frames(settings, map, feeds, catalogue);
        Texts texts = new Texts(reading, map, problems);
        Listings listings = new Listings(catalogue, map, frames, texts);
        OnAllCores.forEach(catalogue.directories(), directory -> listings.put(directory, sink));
        putCatalogue(new CataloguePages(catalogue, map, frames, listings), sink);
        OnAllCores.forEach(
                pages, page -> sink.put(page.output(), new View.Text(frames.of(page.output()), texts.body(page))));
        TorrentPages torrents =
                new TorrentPages(settings.announceUrls(), map, frames, texts, new Succession(catalogue, problems));
        OnAllCores.forEach(catalogue.torrents(), torrent -> torrents.put(torrent, sink));
        OnAllCores.forEach(catalogue.removed(), removed -> sink.put(removed.page(), torrents.of(removed)));
        sink.put("404.html", new View.NotFound(frames.anywhere("Not found")));
        sink.put(View.Savings.PATH, new View.Savings(frames.of(View.Savings.PATH)));
        putForPrograms(catalogue, pages, feeds, map, sink.outputs());
    }

    private interface MadeFile {
        byte[] bytes() throws IOException;
    }

    private void putForPrograms(Catalogue catalogue, List<Page> pages, Feeds feeds, SiteMap map, OutputSink outputs)
            throws IOException {
        Map<String, MadeFile> files = new HashMap<>();
        Entries written = entries.next();
        entries = written;
        Feed feed = new Feed(settings, map, catalogue.commit().map(Commit::time), written.items());
        feeds.paths().forEach(path -> files.put(path, () -> feed.of(path, feeds.torrents(path))));
        files.put(CatalogueJson.PATH, () -> new CatalogueJson(settings, map, written.objects()).of(catalogue));
        files.put(Sitemap.PATH, () -> Sitemap.of(catalogue, pages, settings));
        OnAllCores.forEach(
                files.entrySet(),
                file -> outputs.put(file.getKey(), file.getValue().bytes()));
    }

    private static void putCatalogue(CataloguePages pages, PageSink sink) throws IOException {
        OnAllCores.forEach(IntStream.rangeClosed(1, pages.count()).boxed().toList(), number -> pages.put(number, sink));
    }
}
