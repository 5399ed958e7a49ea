package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** qBittorrent without its window: libtorrent 2, which knows all versions of torrents. */
final class QBittorrent implements TorrentClient {

    private final Program program;

    private QBittorrent(Program program) {
        this.program = program;
    }

    /**
     * Downloads into a folder, unless all is there already, and seeds until it is stopped.
     *
     * @param home for its settings and its log
     */
    static QBittorrent start(Path home, Loopback at, Path torrent, Path folder) throws Exception {
        Path configuration = Files.createDirectories(home.resolve("qBittorrent/config"));
        Files.writeString(configuration.resolve("qBittorrent.conf"), """
                [LegalNotice]
                Accepted=true

                [BitTorrent]
                Session\\Interface=lo
                Session\\InterfaceAddress=%s
                Session\\Port=%d
                Session\\DHTEnabled=false
                Session\\PeXEnabled=false
                Session\\LSDEnabled=false
                Session\\BTProtocol=TCP
                Session\\MultiConnectionsPerIp=true
                Session\\QueueingSystemEnabled=false

                [Network]
                PortForwardingEnabled=false

                [Preferences]
                WebUI\\Address=127.0.0.1
                WebUI\\Port=%d
                """.formatted(
                        at.address(), Workbench.freePort(), Workbench.freePort()));
        List<String> command =
                List.of("qbittorrent-nox", "--profile=" + home, "--save-path=" + folder, torrent.toString());
        return new QBittorrent(Program.start("qbittorrent", home, command));
    }

    @Override
    public void stop() throws Exception {
        program.end("TERM");
    }

    @Override
    public void close() {
        program.close();
    }
}
