package seedbed.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import seedbed.config.ConfigException;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.content.ContentReading;
import seedbed.content.ContentSource;
import seedbed.content.DirectoryContent;
import seedbed.content.GitContent;
import seedbed.release.Publisher;
import seedbed.release.WhitelistPort;
import seedbed.site.Site;
import seedbed.site.SiteRenderer;
import seedbed.site.SiteSettings;

/** Builds what publishes, from the settings. */
public final class Publication {

    private Publication() {}

    /** Whether the settings name a tree to publish. */
    public static boolean isConfigured(Settings settings) {
        return settings.get(Keys.CONTENT_DIR).isPresent()
                || settings.get(Keys.CONTENT_GIT).isPresent();
    }

    /**
     * The authors' tree.
     *
     * @param commit to be read instead of {@code content.ref}
     * @throws ConfigException if the settings name none
     */
    public static ContentSource source(Settings settings, Optional<String> commit) {
        Optional<Path> repository = settings.get(Keys.CONTENT_GIT);
        if (repository.isPresent()) {
            return new GitContent(repository.get(), commit.orElse(settings.get(Keys.CONTENT_REF)));
        }
        return settings.get(Keys.CONTENT_DIR)
                .<ContentSource>map(DirectoryContent::new)
                .orElseThrow(() -> new ConfigException(
                        "content.dir = \"\": expected a directory, or content.git a git repository, to publish"));
    }

    public static SiteRenderer site(Settings settings) {
        return new Site(new SiteSettings(
                settings.get(Keys.SITE_TITLE),
                settings.get(Keys.SITE_URL),
                announceUrls(settings),
                settings.get(Keys.SITE_THEME_DIR)));
    }

    public static List<String> announceUrls(Settings settings) {
        return settings.get(Keys.TRACKER_ANNOUNCE).stream().map(URI::toString).toList();
    }

    public static Publisher publisher(Settings settings, WhitelistPort whitelist, Clock clock) {
        return new Publisher(
                () -> read(settings),
                site(settings),
                announceUrls(settings),
                settings.get(Keys.PUBLISH_DIR),
                whitelist,
                grace(settings),
                clock);
    }

    /** Without a tree a mirror still tracks what is listed by hand; only a publication has nothing to work on. */
    private static ContentReading read(Settings settings) throws IOException {
        try {
            return source(settings, Optional.empty()).read();
        } catch (ConfigException none) {
            throw new IOException(none.getMessage(), none);
        }
    }

    /** For this long a removed torrent is still served: every client asks once more, and seed boxes have let go of it. */
    private static Duration grace(Settings settings) {
        return settings.get(Keys.TRACKER_INTERVAL).multipliedBy(2);
    }
}
