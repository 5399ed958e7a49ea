package seedbed.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Problem;
import seedbed.content.RemovedTorrent;
import seedbed.content.Supersession;
import seedbed.protocol.InfoHash;

/** Which torrent has taken the place of which. */
final class Succession {

    private final Map<String, CatalogueTorrent> byPath = new HashMap<>();
    private final Map<InfoHash, CatalogueTorrent> byHash = new HashMap<>();
    private final Map<String, CatalogueTorrent> newer = new HashMap<>();
    private final Map<String, List<CatalogueTorrent>> older = new HashMap<>();

    /** Successors that are not there are complained about. */
    Succession(Catalogue catalogue, List<Problem> problems) {
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            byPath.put(torrent.path(), torrent);
            torrent.torrent().swarmHashes().forEach(hash -> byHash.put(hash, torrent));
        }
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            torrent.supersededBy().ifPresent(successor -> follow(torrent, successor, problems));
        }
    }

    private void follow(CatalogueTorrent torrent, Supersession said, List<Problem> problems) {
        Optional<CatalogueTorrent> successor =
                WebPath.resolve(torrent.page(), said.reference()).map(byPath::get);
        if (successor.isEmpty() || successor.get().equals(torrent)) {
            problems.add(Problem.warning(
                    torrent.description().orElseThrow().source(),
                    said.line(),
                    said.column(),
                    "superseded by '" + said.reference() + "', which is no other torrent that is published"));
            return;
        }
        newer.put(torrent.path(), successor.get());
        older.computeIfAbsent(successor.get().path(), none -> new ArrayList<>()).add(torrent);
    }

    /** The torrent that is to be taken instead. */
    Optional<CatalogueTorrent> newer(CatalogueTorrent torrent) {
        return Optional.ofNullable(newer.get(torrent.path()));
    }

    /** The torrents instead of which this one is to be taken, by path. */
    List<CatalogueTorrent> older(CatalogueTorrent torrent) {
        return older.getOrDefault(torrent.path(), List.of());
    }

    /** The same torrent at another place, if it was only moved. */
    Optional<CatalogueTorrent> moved(RemovedTorrent torrent) {
        return torrent.hashes().stream()
                .flatMap(hash -> Optional.ofNullable(byHash.get(hash)).stream())
                .findFirst();
    }
}
