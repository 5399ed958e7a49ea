package seedbed.store;

import java.util.List;
import seedbed.protocol.PeerStatus;

/** A peer's status as the table has it. The numbers are written in databases: never change one. */
final class StatusCode {

    private static final List<PeerStatus> BY_CODE = List.of(PeerStatus.LEECHER, PeerStatus.SEED, PeerStatus.PARTIAL);

    private StatusCode() {}

    static int of(PeerStatus status) {
        return BY_CODE.indexOf(status);
    }

    static PeerStatus status(int code) {
        return BY_CODE.get(code);
    }
}
