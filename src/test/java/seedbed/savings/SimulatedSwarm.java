package seedbed.savings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerListForm;

/**
 * Clients that move bytes of one torrent among each other and announce as honest clients do: with one counter for both
 * swarms of a hybrid and both address families, announces that overtake each other, clients that restart, and stops that
 * come twice. Knows the way of every byte.
 */
final class SimulatedSwarm {

    static final InfoHash V1 = InfoHash.ofHex("aa".repeat(20));
    static final InfoHash V2 = InfoHash.ofHex("bb".repeat(20));
    static final long SIZE = 1_000_000;

    private final Random random;
    private final BiConsumer<AnnounceRequest, IpAddress> tracker;
    private final List<Client> clients = new ArrayList<>();
    private final List<Underway> underway = new ArrayList<>();
    private long imported;
    private long provided;

    /** @param tracker hears each announce, and from where it came */
    SimulatedSwarm(Random random, BiConsumer<AnnounceRequest, IpAddress> tracker) {
        this.random = random;
        this.tracker = tracker;
        for (int number = 0; number < 2 + random.nextInt(8); number++) {
            clients.add(new Client(Where.CAMPUS, number));
        }
        for (int number = 0; number < random.nextInt(3); number++) {
            clients.add(new Client(Where.SEED_BOX, number));
        }
        for (int number = 0; number < 1 + random.nextInt(4); number++) {
            clients.add(new Client(Where.OUTSIDE, number));
        }
    }

    private record Underway(AnnounceRequest request, IpAddress address) {}

    enum Where {
        CAMPUS("10.0.0.", "fd00::"),
        SEED_BOX("192.0.2.", "2001:db8:b::"),
        OUTSIDE("198.51.100.", "2001:db8:c::");

        private final String v4;
        private final String v6;

        Where(String v4, String v6) {
            this.v4 = v4;
            this.v6 = v6;
        }
    }

    /** Bytes that crossed the link to the campus or a seed box. */
    long imported() {
        return imported;
    }

    /** Bytes that clients of the campus got. */
    long provided() {
        return provided;
    }

    /** Any number of transfers and announces in any order; in the end every client has said all it has to say. */
    void run() {
        clients.forEach(Client::start);
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> transfer(any(), any());
                case 4, 5 -> any().announce(Event.NONE);
                case 6 -> deliver();
                default -> any().perhapsRestart();
            }
        }
        clients.forEach(Client::stop);
        deliver();
    }

    private Client any() {
        return clients.get(random.nextInt(clients.size()));
    }

    private void transfer(Client from, Client to) {
        // A seed box is confined: it gives nothing to the outside. Whether it may fetch from there is its policy.
        boolean refused = from == to || (from.where == Where.SEED_BOX && to.where == Where.OUTSIDE);
        long bytes = Math.min(to.left, 1 + random.nextInt(200_000));
        if (refused || bytes <= 0) {
            return;
        }
        // Now and then a piece fails its check and is fetched again; in all that stays below what is allowed for.
        long wasted = random.nextInt(4) == 0 ? bytes / 25 : 0;
        from.uploaded += bytes + wasted;
        to.downloaded += bytes + wasted;
        to.left -= bytes;
        if (from.where == Where.OUTSIDE && to.where != Where.OUTSIDE) {
            imported += bytes + wasted;
        }
        if (to.where == Where.CAMPUS) {
            provided += bytes + wasted;
        }
        if (to.left == 0) {
            to.announce(Event.COMPLETED);
        }
    }

    private void deliver() {
        underway.forEach(announce -> tracker.accept(announce.request(), announce.address()));
        underway.clear();
    }

    /** To one swarm over one family a client asks again only when it was answered. */
    private void deliver(InfoHash swarm, IpAddress address) {
        for (Underway announce : List.copyOf(underway)) {
            if (announce.request().infoHash().equals(swarm)
                    && announce.address().equals(address)) {
                tracker.accept(announce.request(), address);
                underway.remove(announce);
            }
        }
    }

    private final class Client {

        private final Where where;
        private final List<IpAddress> addresses = new ArrayList<>();
        private final List<InfoHash> swarms = random.nextBoolean() ? List.of(V1, V2) : List.of(V1);
        private PeerId id;
        private long downloaded;
        private long uploaded;
        private long left = random.nextInt(4) == 0 ? 0 : SIZE;

        Client(Where where, int number) {
            this.where = where;
            // Seed boxes are clones of one.
            this.id = where == Where.SEED_BOX ? idOf(0) : newId();
            addresses.add(IpAddress.of(where.v4 + (number + 1)));
            if (random.nextBoolean()) {
                addresses.add(IpAddress.of(where.v6 + Integer.toHexString(number + 1)));
            }
        }

        void start() {
            announce(Event.STARTED);
        }

        void stop() {
            announce(Event.STOPPED);
            announce(Event.STOPPED);
        }

        /** Most clients call themselves something new after a restart, others only begin to count anew. */
        void perhapsRestart() {
            if (random.nextInt(3) == 0) {
                stop();
                deliver();
                downloaded = 0;
                uploaded = 0;
                id = where == Where.SEED_BOX || random.nextBoolean() ? id : newId();
                start();
            }
        }

        /** To each swarm over each family, by ways of different length. */
        void announce(Event event) {
            for (InfoHash swarm : swarms) {
                for (IpAddress address : addresses) {
                    AnnounceRequest request = new AnnounceRequest(
                            swarm,
                            id,
                            ClientKey.NONE,
                            6881,
                            uploaded,
                            downloaded,
                            left,
                            event,
                            50,
                            PeerListForm.COMPACT);
                    boolean late = event == Event.NONE && (!address.equals(addresses.get(0)) || !swarm.equals(V1));
                    deliver(swarm, address);
                    if (late && random.nextBoolean()) {
                        underway.add(new Underway(request, address));
                    } else {
                        tracker.accept(request, address);
                    }
                }
            }
        }
    }

    private PeerId newId() {
        return idOf(1 + random.nextInt(Integer.MAX_VALUE - 1));
    }

    private static PeerId idOf(int number) {
        return PeerId.of(String.format("-XX0001-%012d", number).getBytes(StandardCharsets.US_ASCII));
    }
}
