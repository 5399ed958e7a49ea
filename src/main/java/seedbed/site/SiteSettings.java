package seedbed.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import seedbed.protocol.PercentEncoding;

/**
 * What a site says about itself.
 *
 * @param title shown on every page
 * @param url where the webroot can be reached, without a slash at the end; feeds and site maps need whole addresses
 * @param announceUrls of our tracker, the first of them first in every torrent
 * @param theme directory of the operator's own templates and assets
 */
public record SiteSettings(String title, String url, List<String> announceUrls, Optional<Path> theme) {

    public SiteSettings {
        announceUrls = List.copyOf(announceUrls);
        if (url.endsWith("/")) {
            throw new IllegalArgumentException("the site's address '" + url + "' must not end with '/'");
        }
    }

    /** The whole address of a path of the webroot; a directory's listing is known by the directory's name. */
    String address(String output) {
        return url + '/' + PercentEncoding.ofPath(WebPath.visible(output));
    }

    /** The path under which the webroot is reached: {@code /}, or {@code /mirror/} if it is not at the server's root. */
    String rootPath() {
        String path = URI.create(url).getRawPath();
        return (path == null ? "" : path) + '/';
    }
}
