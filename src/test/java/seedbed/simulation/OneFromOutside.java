package seedbed.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import seedbed.campus.IpAddress;

/**
 * A tracker that gives a client of the campus all but one of its peers from the campus, always, and everybody else anybody
 * (Bindal et al., "Improving traffic locality in BitTorrent via biased neighbor selection", 2006, with k = 1).
 */
final class OneFromOutside implements PeerSource {

    private static final int LIST = 50;

    private final Random random;
    private final Map<Integer, Set<Client>> swarms = new HashMap<>();

    OneFromOutside(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public List<IpAddress> announce(Client asker, String event) {
        Set<Client> swarm = swarms.computeIfAbsent(asker.image, unused -> new LinkedHashSet<>());
        swarm.add(asker);
        List<Client> others = new ArrayList<>(swarm);
        others.removeIf(client -> client == asker || (client.isSeed() && asker.isSeed()));
        Collections.shuffle(others, random);
        if (!asker.isInside()) {
            return addresses(others, LIST);
        }
        List<Client> inside = others.stream().filter(Client::isInside).toList();
        List<Client> outside =
                others.stream().filter(client -> !client.isInside()).toList();
        List<IpAddress> given = new ArrayList<>(addresses(inside, LIST - 1));
        given.addAll(addresses(outside, 1));
        return given;
    }

    private static List<IpAddress> addresses(List<Client> clients, int most) {
        return clients.stream().limit(most).map(client -> client.address).toList();
    }
}
