package seedbed.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a client of their own, anywhere. */
record Student(Host host) {

    /**
     * Fetches into a folder with aria2 what is not there yet, and seeds it. When it has several new pieces to tell of at
     * once it does so by a second bitfield, upon which rtorrent hangs up: without other seeds it would take long.
     */
    Program aria2(List<Path> torrents, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
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
                "--check-integrity=true",
                "--summary-interval=0",
                "--show-console-readout=false",
                "--file-allocation=none",
                "--max-concurrent-downloads=9",
                "--dir=" + folder));
        torrents.forEach(torrent -> command.add(torrent.toString()));
        return host.start("aria2", command);
    }

    /** Fetches into a folder with Transmission, and seeds. */
    Program transmission(Path torrent, Path folder) throws Exception {
        // It calls every peer by uTP first, and takes a minute to learn that rtorrent does not speak it.
        host.write(
                "/var/transmission/settings.json",
                """
                {"utp-enabled": false, "dht-enabled": false, "lpd-enabled": false}
                """);
        return host.start(
                "transmission",
                List.of(
                        "transmission-cli",
                        "--config-dir",
                        "/var/transmission",
                        "--no-portmap",
                        "--encryption-tolerated",
                        "--download-dir",
                        folder.toString(),
                        torrent.toString()));
    }
}
