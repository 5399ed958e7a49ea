package seedbed.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Directory;
import seedbed.content.Page;
import seedbed.content.Problem;
import seedbed.site.OutputSink;
import seedbed.site.SiteRenderer;

/** A site without any looks: one page for each text, torrent and directory. */
final class PlainSite implements SiteRenderer {

    @Override
    public List<Problem> render(Catalogue catalogue, OutputSink outputs) throws IOException {
        for (Page page : catalogue.pages()) {
            put(outputs, page.output(), page.text());
        }
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            put(outputs, torrent.page(), torrent.torrent().name());
        }
        for (Directory directory : catalogue.directories()) {
            put(
                    outputs,
                    directory.output(),
                    directory.introduction().map(Page::text).orElse("A listing"));
        }
        put(outputs, "_seedbed/style.css", "body {}");
        return List.of();
    }

    private static void put(OutputSink outputs, String path, String text) throws IOException {
        outputs.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
