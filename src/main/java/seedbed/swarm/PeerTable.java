package seedbed.swarm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerList;
import seedbed.rows.RowIndex;

/**
 * The peers of one swarm and one address family, each a row of numbers in one array: a swarm of four costs little more
 * than what it must remember, and one of a million is not a million objects. Not safe for threads.
 *
 * <p>Peers of one kind stand together, so that any of them can be picked by a number. Adding or removing one moves at most
 * one row of each other kind; the number of a row is good until then. From {@link #INDEXED} rows on they are found by
 * hash; fewer are read through.
 */
class PeerTable {

    /** No row. */
    static final int NONE = RowIndex.NONE;

    private static final int INDEXED = 16;

    private final boolean v4;
    // The shelves, and then the rows.
    private long[] words = new long[0];
    private byte shelves;
    private @Nullable Index index;

    PeerTable(boolean v4) {
        this.v4 = v4;
    }

    private record Index(RowIndex byAddress, RowIndex bySession) {}

    final int size() {
        return Shelves.first(words, shelves);
    }

    private int width() {
        return v4 ? PeerRow.V4_WIDTH : PeerRow.V6_WIDTH;
    }

    private int start(int row) {
        return Shelves.width(shelves) + row * width();
    }

    // Kinds.

    /** All kinds of which there are peers, or were. */
    final int kinds() {
        return Shelves.kinds(words, shelves);
    }

    /** How many peers are of one of these kinds. */
    final int count(int kinds) {
        return Shelves.count(words, shelves, kinds);
    }

    /** The first row of a kind, if there are any. */
    final int first(Kind kind) {
        return Shelves.first(words, Shelves.find(words, shelves, kind));
    }

    // Rows.

    final Peer peer(int row) {
        return PeerRow.read(words, start(row), v4);
    }

    final Kind kind(int row) {
        return PeerRow.kind(words, start(row));
    }

    final int lastSeen(int row) {
        return PeerRow.lastSeen(words, start(row));
    }

    final boolean isChanged(int row) {
        return PeerRow.isChanged(words, start(row));
    }

    final void setChanged(int row, boolean changed) {
        PeerRow.setChanged(words, start(row), changed);
    }

    final int countChanged() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += isChanged(row) ? 1 : 0;
        }
        return count;
    }

    /**
     * Takes the marks off changed peers, until so many names are collected.
     *
     * @return whether none is left
     */
    final boolean takeChanged(InfoHash infoHash, int most, List<PeerRef> names) {
        for (int row = 0; row < size(); row++) {
            if (isChanged(row)) {
                if (names.size() >= most) {
                    return false;
                }
                setChanged(row, false);
                names.add(new PeerRef(infoHash, peer(row).address()));
            }
        }
        return true;
    }

    final IpAddress ip(int row) {
        return PeerRow.ip(words, start(row), v4);
    }

    final boolean isOf(int row, Session session) {
        return PeerRow.isOf(words, start(row), session);
    }

    final boolean isOfOwner(int row, IpAddress ip) {
        return PeerRow.isOfOwner(words, start(row), ip);
    }

    /** Writes a peer into a reply. */
    final void give(int row, PeerList list) {
        int at = start(row);
        if (!list.isCompact()) {
            list.add(PeerRow.ip(words, at, v4), PeerRow.port(words, at), PeerRow.peerId(words, at));
        } else if (v4) {
            list.addV4(PeerRow.v4Bits(words, at), PeerRow.port(words, at));
        } else {
            list.addV6(PeerRow.ip(words, at, false), PeerRow.port(words, at));
        }
    }

    /** The row of the peer at an address, or {@link #NONE}. */
    final int at(IpAddress ip, int port, boolean outside) {
        if (index == null) {
            int row = size() - 1;
            while (row >= 0 && !PeerRow.isAt(words, start(row), ip, port)) {
                row--;
            }
            return row;
        }
        return index.byAddress()
                .find(PeerRow.addressHash(ip, port, outside), row -> PeerRow.isAt(words, start(row), ip, port));
    }

    /** How many peers outside the campus belong to the owner of an address. */
    final int countOfOwner(IpAddress ip) {
        int count = 0;
        if (index == null) {
            for (int row = 0; row < size(); row++) {
                count += PeerRow.isOfOwner(words, start(row), ip) ? 1 : 0;
            }
            return count;
        }
        RowIndex addresses = index.byAddress();
        int slot = addresses.home(PeerRow.addressHash(ip, 0, true));
        for (; addresses.row(slot) != NONE; slot = addresses.after(slot)) {
            count += PeerRow.isOfOwner(words, start(addresses.row(slot)), ip) ? 1 : 0;
        }
        return count;
    }

    /** The row of a client, wherever it is; of several clones the first that fits. {@link #NONE} if it has no key. */
    final int of(Session session, RowTest fits) {
        if (!session.key().isPresent()) {
            return NONE;
        }
        if (index == null) {
            int row = size() - 1;
            while (row >= 0 && !(isOf(row, session) && fits.test(row))) {
                row--;
            }
            return row;
        }
        return index.bySession().find(PeerRow.sessionHash(session), row -> isOf(row, session) && fits.test(row));
    }

    /** Says of a row whether it is the one. */
    interface RowTest {
        boolean test(int row);
    }

    // Changes.

    /** The row that the peer gets. */
    final int add(Peer peer) {
        int shelf = Shelves.find(words, shelves, peer.kind());
        if (shelf == shelves) {
            addShelf(peer.kind());
        }
        makeRoom();
        // The free row behind the last kind wanders down to the end of this one.
        int free = size();
        for (int later = shelves - 1; later > shelf; later--) {
            int first = Shelves.first(words, later);
            move(first, free);
            free = first;
            Shelves.lengthen(words, later);
        }
        Shelves.lengthen(words, shelf);
        PeerRow.write(peer, words, start(free));
        indexed(free);
        return free;
    }

    /** Writes what a peer, which keeps its address, its session and its kind, says now. */
    final void replace(int row, Peer peer) {
        PeerRow.write(peer, words, start(row));
    }

    private void addShelf(Kind kind) {
        int before = Shelves.width(shelves);
        if (Shelves.width(shelves + 1) > before) {
            long[] wider = new long[words.length + 1];
            System.arraycopy(words, 0, wider, 0, before);
            System.arraycopy(words, before, wider, before + 1, words.length - before);
            words = wider;
        }
        Shelves.append(words, shelves, kind);
        shelves++;
    }

    final void remove(int row) {
        unindexed(row);
        int hole = row;
        for (int each = Shelves.find(words, shelves, kind(row)); each < shelves; each++) {
            int last = Shelves.end(words, each) - 1;
            move(last, hole);
            hole = last;
            Shelves.shorten(words, each);
        }
        shrink();
    }

    /** Moves a row to a free place. */
    private void move(int from, int to) {
        if (from == to) {
            return;
        }
        if (index != null) {
            index.byAddress().renumber(from, to);
            if (PeerRow.hasKey(words, start(from))) {
                index.bySession().renumber(from, to);
            }
        }
        System.arraycopy(words, start(from), words, start(to), width());
    }

    private void indexed(int row) {
        if (index != null) {
            index.byAddress().add(row);
            if (PeerRow.hasKey(words, start(row))) {
                index.bySession().add(row);
            }
        } else if (size() >= INDEXED) {
            index = new Index(
                    new RowIndex(each -> PeerRow.addressHash(words, start(each), v4)),
                    new RowIndex(each -> PeerRow.sessionHash(words, start(each))));
            for (int each = 0; each < size(); each++) {
                indexed(each);
            }
        }
    }

    private void unindexed(int row) {
        if (index != null) {
            index.byAddress().remove(row);
            if (PeerRow.hasKey(words, start(row))) {
                index.bySession().remove(row);
            }
        }
    }

    private void makeRoom() {
        int size = size();
        if (start(size) == words.length) {
            // An eighth more, and one: small swarms are many, and large ones must not pay for twice what they hold.
            words = Arrays.copyOf(words, start(size + 1 + size / 8));
        }
    }

    private void shrink() {
        int size = size();
        if (size < INDEXED / 2) {
            index = null;
        }
        if (2 * start(size) < words.length) {
            words = Arrays.copyOf(words, start(size + size / 8));
        }
    }
}
