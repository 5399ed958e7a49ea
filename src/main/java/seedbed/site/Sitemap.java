package seedbed.site;

import java.util.List;
import java.util.stream.Stream;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Directory;
import seedbed.content.Page;

/** All pages for search engines, in the form of sitemaps.org. */
final class Sitemap {

    static final String PATH = "sitemap.xml";

    /** The format allows no more addresses in one file. */
    private static final int MOST = 50_000;

    private Sitemap() {}

    static byte[] of(Catalogue catalogue, List<Page> texts, SiteSettings settings) {
        List<String> pages = Stream.of(
                        catalogue.directories().stream().map(Directory::output),
                        Stream.of(CataloguePages.PATH, View.Savings.PATH),
                        texts.stream().map(Page::output),
                        catalogue.torrents().stream().map(CatalogueTorrent::page))
                .flatMap(outputs -> outputs)
                .limit(MOST)
                .toList();
        return XmlFile.of(file -> file.element(
                "urlset",
                urls -> {
                    for (String page : pages) {
                        urls.element("url", url -> url.text("loc", settings.address(page)));
                    }
                },
                "xmlns",
                "http://www.sitemaps.org/schemas/sitemap/0.9"));
    }
}
