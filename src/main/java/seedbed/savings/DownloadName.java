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
 */
final class DownloadName {

    private final InfoHash torrent;
    private final long idHead;
    private final long idMiddle;
    private final int idTail;
    private final int keyLength;
    private final long keyBits;
    private final @Nullable IpAddress seedBox;

    /** @param seedBox its address, if it is one */
    DownloadName(InfoHash torrent, PeerId peerId, ClientKey key, @Nullable IpAddress seedBox) {
        this.torrent = torrent;
        this.idHead = peerId.head();
        this.idMiddle = peerId.middle();
        this.idTail = peerId.tail();
        this.keyLength = key.length();
        this.keyBits = key.bits();
        this.seedBox = seedBox;
    }

    private DownloadName(DownloadName other) {
        this.torrent = other.torrent;
        this.idHead = other.idHead;
        this.idMiddle = other.idMiddle;
        this.idTail = other.idTail;
        this.keyLength = other.keyLength;
        this.keyBits = other.keyBits;
        this.seedBox = null;
    }

    boolean isOfSeedBox() {
        return seedBox != null;
    }

    /** The same for all clones of a seed box. */
    DownloadName ofAnyBox() {
        return new DownloadName(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DownloadName that
                && idHead == that.idHead
                && idMiddle == that.idMiddle
                && idTail == that.idTail
                && keyBits == that.keyBits
                && keyLength == that.keyLength
                && torrent.equals(that.torrent)
                && (seedBox == null ? that.seedBox == null : seedBox.equals(that.seedBox));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(((idHead * 31 + idMiddle) * 31 + idTail) * 31 + keyBits) * 31 + torrent.hashCode();
    }
}
