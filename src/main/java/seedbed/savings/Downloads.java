package seedbed.savings;

import java.util.Set;
import java.util.function.Supplier;
import seedbed.protocol.InfoHash;

/** The sessions of one torrent. Not safe for threads. */
final class Downloads {

    /** Clients outside the seed boxes that announce with one voice, as nearly all do. */
    private final SessionTable plain = new SessionTable(false);

    private final SessionTable wide = new SessionTable(true);

    boolean isEmpty() {
        return plain.isEmpty() && wide.isEmpty();
    }

    /** What is done with a session. */
    interface Deed {
        Growth with(Session session);
    }

    /** Does something with the session of this name, which is made if there is none. */
    Growth change(DownloadName name, Supplier<Session> first, Deed deed) {
        SessionTable table = plain;
        int row = plain.find(name);
        if (row == SessionTable.NONE) {
            table = wide;
            row = wide.find(name);
        }
        boolean isNew = row == SessionTable.NONE;
        Session session = isNew ? first.get() : table.session(row);
        Growth growth = deed.with(session);
        SessionTable fitting = tableFor(name, session);
        if (isNew) {
            fitting.add(name, session);
        } else if (table == fitting) {
            table.set(row, session);
        } else {
            table.remove(row);
            fitting.add(name, session);
        }
        return growth;
    }

    private SessionTable tableFor(DownloadName name, Session session) {
        return name.isOfSeedBox() || session.hasSeveralVoices() ? wide : plain;
    }

    /** Forgets who was heard last before a moment, in nanoseconds. */
    void expire(long before) {
        plain.expire(before);
        wide.expire(before);
    }

    /** Collects the names of seed boxes, as those of all their clones. */
    void collectBoxes(InfoHash torrent, Set<DownloadName> names) {
        wide.collectBoxes(torrent, names);
    }
}
