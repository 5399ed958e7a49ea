package seedbed.simulation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import seedbed.campus.IpAddress;
import seedbed.simulation.Client.Where;
import seedbed.simulation.Scenario.Image;

/**
 * A flash crowd, second by second. Clients do what BitTorrent's do: connect to whom the tracker names, serve a few of
 * those who are interested (leechers those who give most, and one at random; seeds at random), fetch the rarest piece
 * first. Deterministic for a seed.
 */
final class Simulation {

    /** A run that takes longer than this is stuck. */
    private static final int LONGEST = 7200;

    private static final int ANNOUNCE_EVERY = 1800;
    private static final int MOST_CONNECTIONS = 80;
    /** Students at a socket, and those with radio: bytes per second. */
    private static final double SOCKET = 12.5e6;

    private static final double RADIO_DOWN = 5e6;
    private static final double RADIO_UP = 2.5e6;
    private static final double OUTSIDE_DOWN = 2e6;

    private final Scenario scenario;
    private final PeerSource tracker;
    private final Random random;
    private final Exchange exchange;
    private final Map<IpAddress, Client> clients = new HashMap<>();
    private final List<Client> students = new ArrayList<>();
    private final List<Client> present = new ArrayList<>();
    private int arrived;

    Simulation(Scenario scenario, PeerSource tracker, boolean withBox, long seed) {
        this.scenario = scenario;
        this.tracker = tracker;
        this.random = new Random(seed);
        this.exchange = new Exchange(scenario, random);
        for (int image = 0; image < scenario.images().size(); image++) {
            addOutside(image);
            if (withBox) {
                addBox(image);
            }
            addStudents(image);
        }
        students.sort((one, other) -> Integer.compare(one.joined, other.joined));
    }

    private void addOutside(int image) {
        for (int i = 0; i < scenario.outsideSeeds() + scenario.outsideLeechers(); i++) {
            Client client = newClient(Where.OUTSIDE, image, scenario.outsideUp(), OUTSIDE_DOWN);
            if (i < scenario.outsideSeeds()) {
                getWhole(client);
            } else {
                random.ints(client.pieces / 2, 0, client.pieces).forEach(client::get);
            }
            join(client);
        }
    }

    /** It has the image already, for which that crossed the link once. */
    private void addBox(int image) {
        Client box = newClient(Where.ORIGIN_BOX, image, scenario.box(), scenario.box());
        getWhole(box);
        exchange.imported[image] += (double) box.pieces * scenario.pieceBytes();
        join(box);
    }

    private static void getWhole(Client client) {
        for (int piece = 0; piece < client.pieces; piece++) {
            client.get(piece);
        }
    }

    private void addStudents(int image) {
        Image wanted = scenario.images().get(image);
        for (int i = 0; i < wanted.students(); i++) {
            boolean radio = random.nextInt(10) < 3;
            Client student = newClient(Where.CAMPUS, image, radio ? RADIO_UP : SOCKET, radio ? RADIO_DOWN : SOCKET);
            double share = random.nextDouble();
            student.joined = (int) (scenario.crowd() * share * share);
            students.add(student);
        }
    }

    private Client newClient(Where where, int image, double up, double down) {
        IpAddress address = Addresses.of(where, clients.size() + 1);
        Client client = new Client(
                where, image, address, up, down, scenario.images().get(image).pieces());
        clients.put(address, client);
        return client;
    }

    Outcome run() {
        int second = 0;
        while (second < LONGEST && !isOver()) {
            for (; arrived < students.size() && students.get(arrived).joined <= second; arrived++) {
                join(students.get(arrived));
            }
            for (Client finished : exchange.step(present, second)) {
                finished.finished = second + 1;
                connect(finished, tracker.announce(finished, "completed"));
            }
            announceAgain(second);
            second++;
        }
        return outcome();
    }

    private boolean isOver() {
        return arrived == students.size() && students.stream().allMatch(student -> student.finished >= 0);
    }

    private void join(Client client) {
        present.add(client);
        connect(client, tracker.announce(client, "started"));
    }

    private void announceAgain(int second) {
        for (Client client : present) {
            if (second > client.joined && (second - client.joined) % ANNOUNCE_EVERY == 0) {
                connect(client, tracker.announce(client, ""));
            }
        }
    }

    private void connect(Client client, List<IpAddress> addresses) {
        for (IpAddress address : addresses) {
            Client other = requireNonNull(clients.get(address));
            boolean room = client.outgoing.size() < MOST_CONNECTIONS && other.outgoing.size() < MOST_CONNECTIONS;
            if (room && !client.isConnectedTo(other) && !(client.isSeed() && other.isSeed())) {
                exchange.connect(client, other);
            }
        }
    }

    private Outcome outcome() {
        List<Double> copies = new ArrayList<>();
        for (int image = 0; image < scenario.images().size(); image++) {
            double size = (double) scenario.images().get(image).pieces() * scenario.pieceBytes();
            copies.add(exchange.imported[image] / size);
        }
        List<Integer> seconds = students.stream()
                .filter(student -> student.finished >= 0)
                .map(student -> student.finished - student.joined)
                .toList();
        return new Outcome(copies, seconds, students.size() - seconds.size());
    }
}
