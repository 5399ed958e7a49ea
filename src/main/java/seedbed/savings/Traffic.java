package seedbed.savings;

import java.time.Instant;
import seedbed.protocol.InfoHash;

/**
 * Bytes of one torrent, on one side, in one hour.
 *
 * @param hour its beginning
 */
public record Traffic(InfoHash infoHash, Instant hour, Side side, Growth growth) {

    /** The same torrent, hour and side without any bytes. */
    public Traffic place() {
        return new Traffic(infoHash, hour, side, Growth.NONE);
    }

    /** What is left of it without a part of it. */
    public Traffic less(Growth part) {
        return new Traffic(infoHash, hour, side, growth.minus(part));
    }
}
