package seedbed.simulation;

import java.util.List;
import seedbed.campus.IpAddress;

/** A tracker, as a simulated client sees it. */
interface PeerSource {

    /** The addresses that a client is given when it announces. */
    List<IpAddress> announce(Client client, String event);
}
