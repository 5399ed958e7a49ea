package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The clients that people use. Each is started on one torrent, whose file is there already or is to be fetched. */
enum Make {
    TRANSMISSION {
        @Override
        TorrentClient start(Path home, Loopback at, Path torrent) throws Exception {
            TransmissionSeed client = TransmissionSeed.start(home, at);
            client.seed(torrent, folder(home));
            return client;
        }
    },
    ARIA2 {
        @Override
        TorrentClient start(Path home, Loopback at, Path torrent) throws Exception {
            return Aria2.start(home, at, torrent, folder(home));
        }
    },
    RTORRENT {
        @Override
        TorrentClient start(Path home, Loopback at, Path torrent) throws Exception {
            try (Stream<Path> files = Files.walk(folder(home))) {
                for (Path file : files.toList()) {
                    Account.NOBODY.own(file);
                }
            }
            RtorrentBox box = RtorrentBox.start(Account.NOBODY.directory(home.resolve("box")), at, folder(home));
            // Renamed into place: what it polls for must never be half there.
            Files.move(Files.copy(torrent, home.resolve("copy")), box.watched().resolve("one.torrent"));
            return box;
        }
    },
    QBITTORRENT {
        @Override
        TorrentClient start(Path home, Loopback at, Path torrent) throws Exception {
            return QBittorrent.start(home, at, torrent, folder(home));
        }
    };

    /** Where a client with this home keeps what it fetched and what it seeds. */
    static Path folder(Path home) {
        return home.resolve("data");
    }

    /**
     * Starts one, after {@link #folder} was made.
     *
     * @param home a directory of its own
     */
    abstract TorrentClient start(Path home, Loopback at, Path torrent) throws Exception;

    /**
     * Whether it never calls a peer at a loopback address, which it takes for forged: it can only be called. As a
     * leecher it has to be there first, then, and be found by the seed.
     */
    boolean waitsToBeCalled() {
        return this == TRANSMISSION;
    }
}
