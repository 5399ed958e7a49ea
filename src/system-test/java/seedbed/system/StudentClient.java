package seedbed.system;

import java.nio.file.Path;
import java.util.List;

/**
 * What students fetch with. Each asks trackers for peers and nobody else, every tier of them where it has a setting for
 * that, speaks TCP, and runs a program when it has everything. An interrupt has it say goodbye and end.
 */
enum StudentClient {
    TRANSMISSION {
        @Override
        List<String> command(Desk desk) throws Exception {
            desk.host().write(desk.home() + "/settings.json", """
                    {
                      "utp-enabled": false, "dht-enabled": false, "lpd-enabled": false, "pex-enabled": false,
                      "port-forwarding-enabled": false, "rpc-whitelist": "127.0.0.1",
                      "encryption": 0, "peer-port": %s, "download-dir": "%s",
                      "script-torrent-done-enabled": true, "script-torrent-done-filename": "%s",
                      "watch-dir-enabled": true, "watch-dir": "%s/watched"
                    }
                    """.formatted(
                            PORT, desk.folder(), desk.finished(), desk.home()));
            desk.host().run("mkdir", desk.home() + "/watched");
            desk.host().run("cp", desk.torrent(), desk.home() + "/watched");
            return List.of(TRANSMISSION_CLIENT.toString(), desk.home());
        }
    },
    ARIA2 {
        @Override
        List<String> command(Desk desk) {
            return List.of(
                    "aria2c",
                    "--no-conf",
                    // Its own resolver asks the name servers even for what is in /etc/hosts.
                    "--async-dns=false",
                    "--enable-dht=false",
                    "--enable-dht6=false",
                    "--bt-enable-lpd=false",
                    "--enable-peer-exchange=false",
                    "--listen-port=" + PORT,
                    "--seed-time=60",
                    "--seed-ratio=0.0",
                    "--summary-interval=0",
                    "--show-console-readout=false",
                    "--file-allocation=none",
                    "--on-bt-download-complete=" + desk.finished(),
                    "--dir=" + desk.folder(),
                    desk.torrent());
        }
    },
    QBITTORRENT {
        @Override
        List<String> command(Desk desk) throws Exception {
            desk.host()
                    .write(desk.home() + "/qBittorrent/config/qBittorrent.conf", """
                    [LegalNotice]
                    Accepted=true

                    [BitTorrent]
                    Session\\Port=%s
                    Session\\DHTEnabled=false
                    Session\\PeXEnabled=false
                    Session\\LSDEnabled=false
                    Session\\BTProtocol=TCP
                    Session\\StopTrackerTimeout=20
                    Session\\AnnounceToAllTrackers=true
                    Session\\AnnounceToAllTiers=true

                    [AutoRun]
                    enabled=true
                    program=%s

                    [Network]
                    PortForwardingEnabled=false

                    [Preferences]
                    WebUI\\Address=127.0.0.1
                    """.formatted(PORT, desk.finished()));
            return List.of(
                    "qbittorrent-nox", "--profile=" + desk.home(), "--save-path=" + desk.folder(), desk.torrent());
        }
    },
    RTORRENT {
        @Override
        List<String> command(Desk desk) throws Exception {
            desk.host().write(desk.home() + "/rtorrent.rc", """
                    system.daemon.set = true
                    network.port_range.set = %1$s-%1$s
                    dht.mode.set = disable
                    protocol.pex.set = no
                    trackers.use_udp.set = no
                    directory.default.set = %2$s
                    method.set_key = event.download.finished, tell, "execute.nothrow=%3$s"
                    schedule2 = load, 0, 0, "load.start_verbose=%4$s"
                    """.formatted(
                            PORT, desk.folder(), desk.finished(), desk.torrent()));
            return List.of("rtorrent", "-n", "-o", "import=" + desk.home() + "/rtorrent.rc");
        }
    },
    LIBTORRENT {
        @Override
        List<String> command(Desk desk) {
            return List.of(
                    OutsideSwarm.CLIENTS.toString(),
                    "--torrent",
                    desk.torrent(),
                    "--folder",
                    desk.folder(),
                    "--finished",
                    desk.finished(),
                    desk.address());
        }
    };

    private static final String PORT = "51413";
    private static final Path TRANSMISSION_CLIENT =
            Path.of("src/system-test/transmission-client").toAbsolutePath();

    abstract List<String> command(Desk desk) throws Exception;

    /**
     * What a client is started with.
     *
     * @param host a machine of its own
     * @param address of it
     * @param home an absolute path on it, for its settings
     * @param folder an absolute path on it, where the file comes or is
     * @param torrent an absolute path
     * @param finished the program to run when all is there
     */
    record Desk(Host host, String address, String home, String folder, String torrent, String finished) {}
}
