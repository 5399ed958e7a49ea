package seedbed.system;

import java.nio.file.Path;
import java.util.List;

/** Somebody with a client of their own, anywhere. */
record Student(Host host) {

    /**
     * Fetches into a folder with aria2. When it has several new pieces to tell of at once it does so by a second bitfield,
     * upon which rtorrent hangs up: with no other seeds it would take long.
     */
    Program aria2(Path torrent, Path folder) throws Exception {
        List<String> command = List.of(
                "aria2c",
                "--no-conf",
                // Its own resolver asks the name servers even for what is in /etc/hosts.
                "--async-dns=false",
                "--enable-dht=false",
                "--enable-dht6=false",
                "--bt-enable-lpd=false",
                "--enable-peer-exchange=false",
                "--listen-port=6881",
                "--seed-time=60",
                "--seed-ratio=0.0",
                "--summary-interval=0",
                "--show-console-readout=false",
                "--file-allocation=none",
                "--dir=" + folder,
                torrent.toString());
        return host.start("aria2", command);
    }

    /**
     * Fetches into a folder with Transmission what is not there yet, and seeds it.
     *
     * @param port that no other program of the host listens on
     */
    Program transmission(Path torrent, Path folder, int port) throws Exception {
        String home = "/var/transmission-" + port;
        // It calls every peer by uTP first, and takes a minute to learn that rtorrent does not speak it.
        host.write(home + "/settings.json", """
                {"utp-enabled": false, "dht-enabled": false, "lpd-enabled": false}
                """);
        return host.start(
                "transmission",
                List.of(
                        "transmission-cli",
                        "--config-dir",
                        home,
                        "--no-portmap",
                        "--encryption-tolerated",
                        "--port",
                        Integer.toString(port),
                        "--download-dir",
                        folder.toString(),
                        torrent.toString()));
    }
}
