package seedbed.savings;

import java.time.Instant;
import seedbed.protocol.InfoHash;

/**
 * Bytes of one torrent, on one side, in one hour.
 *
 * @param hour its beginning
 */
public record Traffic(InfoHash infoHash, Instant hour, Side side, Growth growth) {}
