package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** rtorrent as a seed box runs it: it loads whatever appears in a folder, and asks no one but trackers for peers. */
final class RtorrentBox implements TorrentClient {

    private final Path directory;
    private final Path data;
    private final Program rtorrent;

    private RtorrentBox(Path directory, Path data, Program rtorrent) {
        this.directory = directory;
        this.data = data;
        this.rtorrent = rtorrent;
    }

    /** Starts it in a directory that is made for it, where it keeps its files as well. */
    static RtorrentBox start(Path directory) throws Exception {
        Account.NOBODY.directory(directory);
        return start(directory, Loopback.IPV4, Account.NOBODY.directory(directory.resolve("data")));
    }

    /**
     * Starts it.
     *
     * @param directory exists, and is its own
     * @param data where it keeps its files
     */
    static RtorrentBox start(Path directory, Loopback at, Path data) throws Exception {
        Account.NOBODY.directory(directory.resolve("session"));
        Account.NOBODY.directory(directory.resolve("watch"));
        int port = Workbench.freePort();
        Path configuration =
                Files.writeString(directory.resolve("rtorrent.rc"), """
                system.daemon.set = true
                %4$s
                network.port_range.set = %1$d-%1$d
                network.port_random.set = no
                dht.mode.set = disable
                protocol.pex.set = no
                trackers.use_udp.set = no
                session.path.set = %2$s/session
                directory.default.set = %3$s
                log.open_file = "box", %2$s/rtorrent-events.log
                log.add_output = "torrent_info", "box"
                log.add_output = "tracker_info", "box"
                schedule2 = watch, 1, 1, "load.start_verbose=%2$s/watch/*.torrent"
                """.formatted(port, directory, data, binding(at)));
        List<String> command = List.of("rtorrent", "-n", "-o", "import=" + configuration);
        return new RtorrentBox(directory, data, Program.start("rtorrent", directory, Account.NOBODY.command(command)));
    }

    /** It can be bound to an IPv4 address only; unbound it listens everywhere. */
    private static String binding(Loopback at) {
        return at == Loopback.IPV4 ? "network.bind_address.set = " + at.address() : "";
    }

    /** What it loads torrents from. */
    Path watched() {
        return directory.resolve("watch");
    }

    /** Where it keeps what it fetched. */
    Path data() {
        return data;
    }

    /** Before it has checked everything that it fetched, it would end without a goodbye. */
    @Override
    public void mustHaveFinished() throws Exception {
        rtorrent.mustRun();
        assertThat(directory.resolve("rtorrent-events.log"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("Confirming finished");
    }

    /** INT lets it say goodbye to its trackers; TERM would not. */
    @Override
    public void stop() throws Exception {
        rtorrent.end("INT");
    }

    @Override
    public void close() {
        rtorrent.close();
    }
}
