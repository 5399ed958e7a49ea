package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** rtorrent as a seed box runs it: it loads whatever appears in a folder, and asks no one but trackers for peers. */
final class RtorrentBox implements AutoCloseable {

    private final Path directory;
    private final Program rtorrent;

    private RtorrentBox(Path directory, Program rtorrent) {
        this.directory = directory;
        this.rtorrent = rtorrent;
    }

    /** Starts it in a directory that is made for it. */
    static RtorrentBox start(Path directory) throws Exception {
        Account.NOBODY.directory(directory);
        Account.NOBODY.directory(directory.resolve("session"));
        Account.NOBODY.directory(directory.resolve("watch"));
        Account.NOBODY.directory(directory.resolve("data"));
        int port = Workbench.freePort();
        Path configuration = Files.writeString(directory.resolve("rtorrent.rc"), """
                system.daemon.set = true
                network.bind_address.set = 127.0.0.1
                network.port_range.set = %1$d-%1$d
                network.port_random.set = no
                dht.mode.set = disable
                protocol.pex.set = no
                trackers.use_udp.set = no
                session.path.set = %2$s/session
                directory.default.set = %2$s/data
                log.open_file = "box", %2$s/rtorrent-events.log
                log.add_output = "torrent_info", "box"
                log.add_output = "tracker_info", "box"
                schedule2 = watch, 1, 1, "load.start_verbose=%2$s/watch/*.torrent"
                """.formatted(port, directory));
        List<String> command = List.of("rtorrent", "-n", "-o", "import=" + configuration);
        return new RtorrentBox(directory, Program.start("rtorrent", directory, Account.NOBODY.command(command)));
    }

    /** What it loads torrents from. */
    Path watched() {
        return directory.resolve("watch");
    }

    /** Where it keeps what it fetched. */
    Path data() {
        return directory.resolve("data");
    }

    /** Fails unless it has checked and accepted everything that it fetched. */
    void mustHaveFinished() throws Exception {
        rtorrent.mustRun();
        assertThat(directory.resolve("rtorrent-events.log"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("Confirming finished");
    }

    /** INT lets it say goodbye to its trackers; TERM would not. */
    void stop() throws Exception {
        rtorrent.end("INT");
    }

    @Override
    public void close() {
        rtorrent.close();
    }
}
