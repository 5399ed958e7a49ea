package seedbed.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import seedbed.campus.Networks;

/** Every key there is. {@code conf/seedbed.properties} explains each one to operators. */
public final class Keys {

    private static final String ADDRESSES =
            "addresses or networks such as 192.0.2.7, 10.0.0.0/8, fc00::/7, comma separated";
    private static final String SPAN = "a duration above zero such as 90s, 30m, 2h";

    public static final Key<String> HTTP_HOST =
            new Key<>("http.host", "127.0.0.1", "an address or host name to listen on", Values::nonEmpty);
    public static final Key<Integer> HTTP_PORT = new Key<>(
            "http.port", "8080", "a port from 0 (any free one) to 65535", text -> Values.number(text, 0, 65535));
    public static final Key<Optional<Path>> HTTP_SOCKET =
            new Key<>("http.socket", "", "the path of a Unix-domain socket, at most 100 bytes", Values::optionalSocket);

    public static final Key<Path> DATA_DIR = new Key<>("data.dir", "var", "the path of a directory", Values::path);

    public static final Key<String> DB_URL = new Key<>(
            "db.url", "", "a PostgreSQL URL such as jdbc:postgresql://localhost/seedbed", Values::postgresUrl);
    public static final Key<String> DB_USER = new Key<>("db.user", "", "a role of the database", Values::text);
    public static final Key<String> DB_PASSWORD = new Key<>("db.password", "", "its password", Values::text);
    public static final Key<String> DB_TRACKER_USER =
            new Key<>("db.tracker.user", "${db.user}", "a role of the database", Values::text);
    public static final Key<String> DB_TRACKER_PASSWORD =
            new Key<>("db.tracker.password", "${db.password}", "its password", Values::text);
    public static final Key<String> DB_PUBLISHER_USER =
            new Key<>("db.publisher.user", "${db.user}", "a role of the database", Values::text);
    public static final Key<String> DB_PUBLISHER_PASSWORD =
            new Key<>("db.publisher.password", "${db.password}", "its password", Values::text);

    public static final Key<Optional<Path>> CONTENT_DIR =
            new Key<>("content.dir", "", "the path of a directory", Values::optionalPath);
    public static final Key<Optional<Path>> CONTENT_GIT =
            new Key<>("content.git", "", "the path of a git repository", Values::optionalPath);
    public static final Key<String> CONTENT_REF =
            new Key<>("content.ref", "HEAD", "a branch, tag or commit", Values::nonEmpty);
    public static final Key<Path> PUBLISH_DIR =
            new Key<>("publish.dir", "${data.dir}/publish", "the path of a directory", Values::path);

    public static final Key<String> SITE_URL = new Key<>(
            "site.url",
            "http://127.0.0.1:8080",
            "an http or https URL without query, such as https://mirror.example.edu",
            Values::siteUrl);
    public static final Key<String> SITE_TITLE = new Key<>("site.title", "Seedbed", "a title", Values::nonEmpty);
    public static final Key<Optional<Path>> SITE_THEME_DIR =
            new Key<>("site.theme.dir", "", "the path of a directory", Values::optionalPath);

    public static final Key<List<URI>> TRACKER_ANNOUNCE = new Key<>(
            "tracker.announce",
            "${site.url}/announce",
            "announce URLs (http, https or udp), comma separated",
            Values::announceUrls);
    public static final Key<Duration> TRACKER_INTERVAL = new Key<>("tracker.interval", "30m", SPAN, Values::duration);
    public static final Key<Duration> TRACKER_MIN_INTERVAL =
            new Key<>("tracker.min-interval", "15m", SPAN, Values::duration);
    public static final Key<Duration> TRACKER_PEER_TIMEOUT =
            new Key<>("tracker.peer-timeout", "70m", SPAN, Values::duration);
    public static final Key<Integer> TRACKER_NUMWANT =
            new Key<>("tracker.numwant", "50", "a number from 0 to 1000", text -> Values.number(text, 0, 1000));
    public static final Key<Integer> TRACKER_MAX_NUMWANT =
            new Key<>("tracker.max-numwant", "200", "a number from 0 to 1000", text -> Values.number(text, 0, 1000));

    public static final Key<Networks> CAMPUS_NETWORKS = new Key<>(
            "campus.networks",
            "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7, 127.0.0.0/8, ::1",
            ADDRESSES,
            Values::networks);
    public static final Key<Networks> CAMPUS_SEEDBOXES = new Key<>("campus.seedboxes", "", ADDRESSES, Values::networks);
    public static final Key<Integer> CAMPUS_OUTSIDE_PEERS =
            new Key<>("campus.outside-peers", "1", "a number from 0 to 1000", text -> Values.number(text, 0, 1000));
    public static final Key<Integer> CAMPUS_GATEWAYS =
            new Key<>("campus.gateways", "4", "a number from 1 to 1000", text -> Values.number(text, 1, 1000));
    public static final Key<OptionalLong> SAVINGS_MAX_RATE = new Key<>(
            "savings.max-rate", "", "bytes per second such as 125MB, 12.5MB or 100MiB", Values::optionalBytes);

    public static final Key<Duration> SAVINGS_KEEP = new Key<>("savings.keep", "90d", SPAN, Values::duration);

    public static final Key<Networks> PROXY_TRUSTED = new Key<>("proxy.trusted", "", ADDRESSES, Values::networks);
    public static final Key<Optional<String>> ADMIN_TOKEN =
            new Key<>("admin.token", "", "at least 16 visible ASCII characters without spaces", Values::optionalToken);
    public static final Key<Networks> ADMIN_NETWORKS =
            new Key<>("admin.networks", "0.0.0.0/0, ::/0", ADDRESSES, Values::networks);

    /** All of them, in the order in which an operator meets them. */
    public static final List<Key<?>> ALL = List.of(
            HTTP_HOST,
            HTTP_PORT,
            HTTP_SOCKET,
            DATA_DIR,
            DB_URL,
            DB_USER,
            DB_PASSWORD,
            DB_TRACKER_USER,
            DB_TRACKER_PASSWORD,
            DB_PUBLISHER_USER,
            DB_PUBLISHER_PASSWORD,
            CONTENT_DIR,
            CONTENT_GIT,
            CONTENT_REF,
            PUBLISH_DIR,
            SITE_URL,
            SITE_TITLE,
            SITE_THEME_DIR,
            TRACKER_ANNOUNCE,
            TRACKER_INTERVAL,
            TRACKER_MIN_INTERVAL,
            TRACKER_PEER_TIMEOUT,
            TRACKER_NUMWANT,
            TRACKER_MAX_NUMWANT,
            CAMPUS_NETWORKS,
            CAMPUS_SEEDBOXES,
            CAMPUS_OUTSIDE_PEERS,
            CAMPUS_GATEWAYS,
            SAVINGS_MAX_RATE,
            SAVINGS_KEEP,
            PROXY_TRUSTED,
            ADMIN_TOKEN,
            ADMIN_NETWORKS);

    private Keys() {}
}
