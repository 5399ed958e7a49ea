package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerList;
import seedbed.protocol.PeerStatus;

/**
 * The peers of one torrent. Not safe for threads: all calls are made under its own lock, see {@link Swarms}.
 *
 * <p>A peer is known by address and port. From another address it can only be touched by a client that knows both its
 * id, which everybody does, and its key, which nobody else does.
 *
 * <p>Rows are numbered through both families: those of IPv6 are counted from {@link #V6} on.
 */
final class Swarm {

    /** Peers from one address (IPv6: one /64) outside the campus. */
    static final int MAX_PER_OUTSIDE_NETWORK = 8;

    /** No row. */
    static final int NONE = PeerTable.NONE;

    private static final int V6 = 1 << 26;

    /** Larger swarms are swept by the timer alone: a sweep reads all rows, and an announce does not wait for that. */
    private static final int SWEPT_AT_ONCE = 256;

    private static final int SEEDS = Kind.where(kind -> kind.status() == PeerStatus.SEED);

    // Also the table of IPv4.
    private final Members members;

    private Aside aside = Aside.NOBODY;

    /** A way to look at what is remembered of it; made for each who looks. */
    Swarm(Members members) {
        this.members = members;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return members.size() + members.v6().size() - aside.count(Kind.EVERYBODY);
    }

    int seeds() {
        return count(SEEDS);
    }

    int leechers() {
        return size() - seeds();
    }

    /** How many peers are of one of these kinds. */
    int count(int kinds) {
        return members.count(kinds) + members.v6().count(kinds) - aside.count(kinds);
    }

    /** How many of these kinds, of which there are few peers, were seen at that time or later, in ticks. */
    int countSeenSince(int kinds, int time) {
        return members.countSeenSince(kinds, time) - aside.countSeenSince(kinds, time);
    }

    private PeerTable table(boolean isV4) {
        return isV4 ? members : members.v6();
    }

    private PeerTable tableToFill(boolean isV4) {
        return isV4 ? members : members.v6ToFill();
    }

    Peer peer(int row) {
        return row < V6 ? members.peer(row) : members.v6().peer(row - V6);
    }

    Optional<Peer> at(PeerAddress address, Place place) {
        int row = rowAt(address, place);
        return row == NONE
                ? Optional.empty()
                : Optional.of(table(address.ip().isV4()).peer(row));
    }

    private int rowAt(PeerAddress address, Place place) {
        return table(address.ip().isV4()).at(address.ip(), address.port(), place.isOutside());
    }

    void forEach(Consumer<Peer> reader) {
        members.forEach(reader);
    }

    // Who joins.

    /** Whether a peer can join, which it can if it is here already. */
    boolean hasRoomFor(Peer peer) {
        if (!peer.place().isOutside() || rowAt(peer.address(), peer.place()) != NONE) {
            return true;
        }
        IpAddress ip = peer.address().ip();
        PeerTable table = table(ip.isV4());
        if (table.countOfOwner(ip) < MAX_PER_OUTSIDE_NETWORK) {
            return true;
        }
        int before = formerly(peer.session(), ip, peer.place());
        // It comes from another port.
        return before != NONE && table.isOfOwner(before, ip);
    }

    /** The row, in its family, that a client was when it last announced, wherever it was. */
    private int formerly(Session session, IpAddress now, Place place) {
        PeerTable table = table(now.isV4());
        // Cloned seed boxes share id and key: each must stay.
        return table.of(
                session,
                row -> place != Place.SEED_BOX
                        || table.kind(row).place() != Place.SEED_BOX
                        || table.ip(row).equals(now));
    }

    /** The row that a client is in the family it does not ask from. */
    int inOtherFamily(Session session) {
        PeerTable table = table(!session.v4());
        int row = table.size() == 0 ? NONE : table.of(session.otherFamily(), any -> true);
        return row == NONE || !session.v4() ? row : row + V6;
    }

    /** Whether the client is a seed here already, at its address of the other family. */
    boolean isSeedInOtherFamily(Session session) {
        int row = inOtherFamily(session);
        return row != NONE && peer(row).status() == PeerStatus.SEED;
    }

    /** Whether the client was heard of at another address after it was the given peer, or at the same time. */
    boolean movedSince(Peer peer) {
        PeerTable table = table(peer.address().ip().isV4());
        int row = formerly(peer.session(), peer.address().ip(), peer.place());
        return row != NONE && row != rowAt(peer.address(), peer.place()) && table.lastSeen(row) >= peer.lastSeen();
    }

    /** Takes out the peer at an address, if it was not seen since then. */
    void removeUnseenSince(PeerAddress address, Place place, int heard) {
        PeerTable table = table(address.ip().isV4());
        int row = rowAt(address, place);
        if (row != NONE && table.lastSeen(row) <= heard) {
            table.remove(row);
        }
    }

    /** @param changed whether it is to be written down */
    void add(Peer peer, boolean changed) {
        PeerTable table = tableToFill(peer.address().ip().isV4());
        int row = putBack(table, peer);
        if (row == NONE) {
            row = table.add(peer);
        }
        table.setChanged(row, changed);
        members.setOldest(Math.min(members.oldest(), peer.lastSeen()));
    }

    /** The row of the peer that stands aside, which is this one from now on; none if there is none of its kind. */
    private int putBack(PeerTable table, Peer peer) {
        if (aside.row() == NONE) {
            return NONE;
        }
        int row = aside.row() < V6 ? aside.row() : aside.row() - V6;
        boolean fits = aside.kinds() == peer.kind().bit();
        aside = Aside.NOBODY;
        if (fits) {
            table.replace(row, peer);
            return row;
        }
        table.remove(row);
        return NONE;
    }

    // Who goes.

    /**
     * The same as {@link #takeOut}, of a client that is added again next. Nearly all come again as who they were, and
     * stay in their row: nothing else has to move.
     */
    List<Peer> setAside(Peer peer) {
        PeerTable table = table(peer.address().ip().isV4());
        int here = rowAt(peer.address(), peer.place());
        if (here != NONE && table.isOf(here, peer.session())) {
            int formerly = formerly(peer.session(), peer.address().ip(), peer.place());
            if (formerly == NONE || formerly == here) {
                Peer before = table.peer(here);
                aside = Aside.of(peer.address().ip().isV4() ? here : here + V6, before);
                return new ArrayList<>(List.of(before));
            }
        }
        return takeOut(peer);
    }

    /**
     * Takes out what a client was until now: the peer at its address, whoever that was (a client that restarts has a
     * new id and a new key), and the peer it was at another address, if it proves to be the same client.
     */
    List<Peer> takeOut(Peer peer) {
        List<Peer> before = new ArrayList<>(1);
        PeerTable table = table(peer.address().ip().isV4());
        remove(table, rowAt(peer.address(), peer.place()), before);
        remove(table, formerly(peer.session(), peer.address().ip(), peer.place()), before);
        return before;
    }

    /**
     * Takes out a client that stops. Unlike an announce this leaves alone a peer at the same address that is another
     * client: a neighbour behind the same NAT, or the one that was started since.
     *
     * @param port 0 where the client did not say
     */
    List<Peer> stop(IpAddress ip, int port, Session session, Place place) {
        List<Peer> stopped = new ArrayList<>(1);
        PeerTable table = table(ip.isV4());
        int here = port == 0 ? NONE : table.at(ip, port, place.isOutside());
        if (here != NONE && table.isOf(here, session)) {
            remove(table, here, stopped);
        }
        remove(table, formerly(session, ip, place), stopped);
        return stopped;
    }

    private static void remove(PeerTable table, int row, List<Peer> removed) {
        if (row != NONE) {
            removed.add(table.peer(row));
            table.remove(row);
        }
    }

    /** Takes out those last seen before that time, in ticks, if this is a matter of a moment. */
    List<Peer> expireIfQuick(int before) {
        return size() <= SWEPT_AT_ONCE ? expire(before) : List.of();
    }

    /** Takes out all who were last seen before that time, in ticks; costs nothing if nobody can be due. */
    List<Peer> expire(int before) {
        return members.expire(before);
    }

    // What is given and written down.

    /** The set of all kinds that it has peers of. */
    int kinds() {
        return members.kinds() | members.v6().kinds();
    }

    /** The peers of these kinds, to draw so many from. */
    List<Pile> piles(int kinds, int most) {
        List<Pile> piles = new ArrayList<>(8);
        for (int rest = kinds() & kinds; rest != 0; rest &= rest - 1) {
            Kind kind = Kind.ofCode(Integer.numberOfTrailingZeros(rest));
            piles.add(new Pile(
                    kind,
                    members.first(kind),
                    members.count(kind.bit()),
                    V6 + members.v6().first(kind),
                    members.v6().count(kind.bit()),
                    aside.row(),
                    most));
        }
        return piles;
    }

    /** Writes chosen peers into a reply. */
    void give(Choice choice, PeerList list) {
        for (int i = 0; i < choice.size(); i++) {
            int row = choice.row(i);
            if (row < V6) {
                members.give(row, list);
            } else {
                members.v6().give(row - V6, list);
            }
        }
    }

    /**
     * Takes the names of peers that changed since they were last taken.
     *
     * @return whether these are all
     */
    boolean takeChanged(InfoHash infoHash, int most, List<PeerRef> names) {
        return members.takeChanged(infoHash, most, names) && members.v6().takeChanged(infoHash, most, names);
    }

    int countChanged() {
        return members.countChanged() + members.v6().countChanged();
    }

    /** Says that a peer is to be written down; false if it is not here. */
    boolean setChanged(PeerAddress address, Place place) {
        int row = rowAt(address, place);
        if (row != NONE) {
            table(address.ip().isV4()).setChanged(row, true);
        }
        return row != NONE;
    }
}
