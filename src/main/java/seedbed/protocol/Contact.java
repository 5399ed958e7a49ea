package seedbed.protocol;

/** A peer as others are told about it. */
public interface Contact {

    PeerAddress address();

    PeerId peerId();
}
