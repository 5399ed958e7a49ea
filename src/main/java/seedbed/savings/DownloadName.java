package seedbed.savings;

import org.jspecify.annotations.Nullable;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;

/**
 * A download: who downloads which torrent, as far as it can prove. The client's address is no part of it, because a client
 * announces over both address families; but seed boxes are cloned with their id and key, and each counts for itself.
 *
 * <p>A million of these may be kept: id and key are in it as numbers, not as objects of their own.
 *
 * @param seedBox its address, if it is one
 */
record DownloadName(
        InfoHash torrent,
        long idHead,
        long idMiddle,
        int idTail,
        int keyLength,
        long keyBits,
        @Nullable IpAddress seedBox) {

    static DownloadName of(InfoHash torrent, PeerId peerId, ClientKey key, @Nullable IpAddress seedBox) {
        return new DownloadName(
                torrent, peerId.head(), peerId.middle(), peerId.tail(), key.length(), key.bits(), seedBox);
    }

    boolean isOfSeedBox() {
        return seedBox != null;
    }

    /** The same for all clones of a seed box. */
    DownloadName ofAnyBox() {
        return new DownloadName(torrent, idHead, idMiddle, idTail, keyLength, keyBits, null);
    }
}
