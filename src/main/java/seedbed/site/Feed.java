package seedbed.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Commit;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentVariants;

/**
 * All torrents as RSS 2.0, the newest first. Clients fetch what an item encloses, and take an item with a known
 * {@code guid} for old, so that one is made of the info-hash.
 */
final class Feed {

    static final String PATH = "feed.xml";

    /** RFC 822 with a year of four digits, as RSS 2.0 has it. */
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final SiteSettings settings;
    private final SiteMap map;
    private final TorrentVariants variants;

    Feed(SiteSettings settings, SiteMap map) {
        this.settings = settings;
        this.map = map;
        this.variants = new TorrentVariants(settings.announceUrls());
    }

    byte[] of(Catalogue catalogue) {
        return XmlFile.of(file -> file.element("rss", rss -> channel(rss, catalogue), "version", "2.0"));
    }

    private void channel(XmlFile rss, Catalogue catalogue) throws XMLStreamException {
        List<CatalogueTorrent> torrents =
                catalogue.torrents().stream().sorted(Listings.newestFirst()).toList();
        Optional<Instant> built = catalogue.commit().map(Commit::time);
        rss.element("channel", channel -> {
            channel.text("title", settings.title());
            channel.text("link", settings.url() + '/');
            channel.text("description", "Torrents published by " + settings.title());
            channel.text("language", "en");
            if (built.isPresent()) {
                channel.text("lastBuildDate", RFC_822.format(built.get()));
            }
            for (CatalogueTorrent torrent : torrents) {
                channel.element("item", item -> item(item, torrent));
            }
        });
    }

    private void item(XmlFile item, CatalogueTorrent entry) throws XMLStreamException {
        String summary = map.summary(entry.page());
        item.text("title", map.title(entry.page()));
        item.text("link", settings.address(entry.page()));
        if (!summary.isEmpty()) {
            item.text("description", summary);
        }
        item.text("guid", urn(entry.torrent()), "isPermaLink", "false");
        item.empty(
                "enclosure",
                "url",
                settings.address(entry.path()),
                "length",
                Integer.toString(variants.forUsers(entry.torrent()).length),
                "type",
                "application/x-bittorrent");
        if (entry.added().isPresent()) {
            item.text("pubDate", RFC_822.format(entry.added().get()));
        }
    }

    /** BEP 9's name of a torrent, or BEP 52's where there is no first version of it. */
    private static String urn(Torrent torrent) {
        return torrent.v1()
                .map(hash -> "urn:btih:" + hash.hex())
                .or(() -> torrent.v2().map(hash -> "urn:btmh:1220" + hash.hex()))
                .orElseThrow();
    }
}
