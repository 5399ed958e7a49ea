package seedbed.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Memory;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentVariants;

/**
 * Torrents as RSS 2.0. Clients fetch what an item encloses, and take an item with a known
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
    private final Optional<Instant> built;

    /** As they were written: each torrent is in the feed of every directory above it. */
    private final Memory<Entry, String> items;

    /**
     * Feeds of one catalogue.
     *
     * @param built when the catalogue changed last
     * @param items as they were written for the site with these settings
     */
    Feed(SiteSettings settings, SiteMap map, Optional<Instant> built, Memory<Entry, String> items) {
        this.settings = settings;
        this.map = map;
        this.items = items;
        this.variants = new TorrentVariants(settings.announceUrls());
        this.built = built;
    }

    /** The feed to be put at {@code path}, beside the listing of which it tells the news. */
    byte[] of(String path, List<CatalogueTorrent> torrents) {
        return XmlFile.of(file -> file.element("rss", rss -> channel(rss, path, torrents), "version", "2.0"));
    }

    private void channel(XmlFile rss, String path, List<CatalogueTorrent> torrents) throws XMLStreamException {
        String listing = WebPath.directory(path) + WebPath.LISTING;
        String title = title(settings, map, path);
        rss.element("channel", channel -> {
            channel.text("title", title);
            channel.text("link", settings.address(listing));
            channel.text("description", "Torrents published by " + title);
            channel.text("language", "en");
            if (built.isPresent()) {
                channel.text("lastBuildDate", RFC_822.format(built.get()));
            }
            for (CatalogueTorrent torrent : torrents) {
                Entry entry = Entry.of(torrent, map);
                channel.shared(entry, items, feed -> feed.element("item", item -> item(item, entry)));
            }
        });
    }

    /** What readers call the feed at {@code path}. */
    static String title(SiteSettings settings, SiteMap map, String path) {
        String directory = WebPath.directory(path);
        return directory.isEmpty()
                ? settings.title()
                : map.title(directory + WebPath.LISTING) + " · " + settings.title();
    }

    private void item(XmlFile item, Entry entry) throws XMLStreamException {
        item.text("title", entry.title());
        item.text("link", settings.address(entry.page()));
        if (!entry.summary().isEmpty()) {
            item.text("description", entry.summary());
        }
        item.text("guid", urn(entry.torrent()), "isPermaLink", "false");
        item.empty(
                "enclosure",
                "url",
                settings.address(entry.path()),
                "length",
                Integer.toString(variants.lengthForUsers(entry.torrent())),
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
