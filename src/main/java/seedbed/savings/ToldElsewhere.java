package seedbed.savings;

import java.time.Instant;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;

/**
 * What a client last said to another tracker of this mirror, or to an earlier run of this one.
 *
 * @param client its address
 * @param downloaded bytes, as the client said; likewise {@code uploaded} and {@code left}, which is negative where the
 *     client did not say
 * @param at when, by the time of day
 */
public record ToldElsewhere(
        InfoHash infoHash,
        PeerId peerId,
        ClientKey key,
        IpAddress client,
        long downloaded,
        long uploaded,
        long left,
        Instant at) {}
