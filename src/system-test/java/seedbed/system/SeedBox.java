package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A seed box as {@code conf/seedbox} makes it of a host, its units run as they are installed. */
final class SeedBox {

    static final Path SHIPPED = Path.of("conf/seedbox").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Host host;
    private @Nullable Program rtorrent;

    private SeedBox(Host host) {
        this.host = host;
    }

    /** Installs it with these settings; nothing of it is started. */
    static SeedBox install(Host host, Map<String, String> settings) throws Exception {
        write(host, "/etc/chosen.conf", settings);
        host.run(SHIPPED.resolve("install.sh").toString(), "/etc/chosen.conf");
        return new SeedBox(host);
    }

    /** Writes settings to a file of a host. */
    static void write(Host host, String path, Map<String, String> settings) throws Exception {
        host.write(
                path,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + " = " + setting.getValue() + '\n')
                        .collect(Collectors.joining()));
    }

    Host host() {
        return host;
    }

    /** Loads the rules. */
    void confine() throws Exception {
        Unit.of(host, "seedbox-rules.service").runToItsEnd().mustSucceed("seedbox-rules.service");
    }

    /** Starts rtorrent, and waits until it answers. */
    void start() throws Exception {
        Program started = unit().start();
        rtorrent = started;
        Eventually.within(PATIENCE, () -> {
            started.mustRun();
            assertThat(status().words()).contains("rtorrent   running");
        });
    }

    Unit unit() throws Exception {
        return Unit.of(host, "seedbox.service");
    }

    /** What systemd does when rtorrent is to stop. */
    void stop() throws Exception {
        unit().stop(running());
    }

    /** Ends rtorrent without letting it do anything more. */
    void kill() throws Exception {
        running().signalWithin("KILL");
        running().exitCode(PATIENCE);
    }

    private Program running() {
        if (rtorrent == null) {
            throw new IllegalStateException("rtorrent was not started");
        }
        return rtorrent;
    }

    /** What the timer does. */
    Host.Outcome pull() throws Exception {
        return Unit.of(host, "seedbox-pull.service").runToItsEnd();
    }

    Host.Outcome status() throws Exception {
        return host.attempt("seedbox status");
    }

    /** The line of a torrent in the status, in one of its states: {@code 100 %  yes}. */
    void mustTellOf(String infoHash, String state) throws Exception {
        assertThat(status().words().replaceAll(" +", " ")).contains(infoHash + ' ' + state + ' ');
    }

    /** Where the file of a torrent is, for programs of this host. */
    static String data(String infoHash, String name) {
        return "/srv/seedbox/" + infoHash.toUpperCase(Locale.ROOT) + '/' + name;
    }
}
