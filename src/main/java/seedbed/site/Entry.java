package seedbed.site;

import java.time.Instant;
import java.util.Optional;
import seedbed.content.CatalogueTorrent;
import seedbed.torrent.Torrent;

/**
 * What programs are told of a torrent.
 *
 * @param path of the torrent file
 * @param page of the torrent
 * @param title of its page
 * @param summary of its page; may be empty
 * @param added see {@link CatalogueTorrent#added}
 */
record Entry(Torrent torrent, String path, String page, String title, String summary, Optional<Instant> added) {

    static Entry of(CatalogueTorrent torrent, SiteMap map) {
        return new Entry(
                torrent.torrent(),
                torrent.path(),
                torrent.page(),
                map.title(torrent.page()),
                map.summary(torrent.page()),
                torrent.added());
    }
}
