package seedbed.swarm;

import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerId;

/**
 * A client as it proves to be, wherever it is: by its id and its key together. One client has an address in each family
 * it speaks, so the family is part of it.
 */
record Session(PeerId peerId, ClientKey key, boolean v4) {

    /** The same client in the other address family. */
    Session otherFamily() {
        return new Session(peerId, key, !v4);
    }
}
