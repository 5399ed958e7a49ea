package seedbed.torrent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.protocol.InfoHash;

/**
 * What a torrent file says that was read and found valid, without its pieces: ten thousand are held at once, and pieces
 * are most of a file. Immutable.
 */
public final class Torrent {

    private final Info info;
    private final Provenance provenance;
    private final int lengthWithoutTrackers;

    /** @param lengthWithoutTrackers see {@link #lengthWithoutTrackers} */
    Torrent(Info info, Provenance provenance, int lengthWithoutTrackers) {
        this.info = info;
        this.provenance = provenance;
        this.lengthWithoutTrackers = lengthWithoutTrackers;
    }

    /** How many bytes the file takes, written with sorted keys, without {@code announce} and {@code announce-list}. */
    int lengthWithoutTrackers() {
        return lengthWithoutTrackers;
    }

    public TorrentVersion version() {
        return info.version();
    }

    /** The suggested name of the file or directory, as text to show. */
    public String name() {
        return info.name();
    }

    /** The SHA-1 of the info dictionary, unless the torrent is v2 only. */
    public Optional<InfoHash> v1() {
        return info.v1();
    }

    /** The SHA-256 of the info dictionary, unless the torrent is v1 only. */
    public Optional<InfoHashV2> v2() {
        return info.v2();
    }

    /** The hashes under which clients announce: v1 and truncated v2, whichever there are. */
    public List<InfoHash> swarmHashes() {
        return Stream.concat(v1().stream(), v2().map(InfoHashV2::truncated).stream())
                .toList();
    }

    /** The hash that names the torrent in file names: v1, or truncated v2 where there is no v1. */
    public InfoHash fileHash() {
        return swarmHashes().get(0);
    }

    /** All files in their order, padding and symbolic links included. */
    public List<TorrentFile> files() {
        return info.files();
    }

    /** Whether the files stand in a directory called {@link #name()}. */
    public boolean multiFile() {
        return info.multiFile();
    }

    /** Bytes of content, without padding. */
    public long totalLength() {
        return info.files().stream()
                .filter(file -> !file.padding())
                .mapToLong(TorrentFile::length)
                .sum();
    }

    /** Bytes in a piece; the last one, and in v2 the last of each file, may be shorter. */
    public long pieceLength() {
        return info.pieceLength();
    }

    public int pieceCount() {
        return info.pieceCount();
    }

    /**
     * Whether seed boxes may have the torrent. rtorrent 0.9.8 cannot load v2-only torrents, and some lists of files end
     * the whole process.
     */
    public boolean fitForSeedBoxes() {
        return info.fitForSeedBoxes();
    }

    /** The trackers the file names, in tiers (BEP 12); a lone {@code announce} is a tier. No tier is empty. */
    public List<List<String>> tiers() {
        return provenance.tiers();
    }

    /** URLs that serve the content over HTTP (BEP 19), each once. */
    public List<String> webSeeds() {
        return provenance.webSeeds();
    }

    public Optional<String> comment() {
        return provenance.comment();
    }

    public Optional<String> createdBy() {
        return provenance.createdBy();
    }

    public Optional<Instant> creationDate() {
        return provenance.creationDate();
    }
}
