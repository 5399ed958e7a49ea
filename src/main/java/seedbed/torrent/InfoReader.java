package seedbed.torrent;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeString;
import seedbed.bencode.Irregularity;
import seedbed.protocol.InfoHash;

/** Reads and validates the {@code info} dictionary, and the {@code piece layers} beside it that depend on it. */
final class InfoReader {

    /** libtorrent's limit, in bytes. */
    private static final long LONGEST_PIECE = 32767L * MerkleTree.BLOCK;

    private static final int SHA_1_LENGTH = 20;

    private final Faults faults;

    InfoReader(Faults faults) {
        this.faults = faults;
    }

    /** The info, or nothing where there is any error. */
    Optional<Info> read(Fields outer) {
        Optional<BencodeDictionary> dictionary = outer.dictionary("info");
        if (dictionary.isEmpty()) {
            outer.refuse("info", "a dictionary");
            return Optional.empty();
        }
        Fields info = new Fields("info", dictionary.get(), faults);
        Optional<String> name = name(info);
        Optional<TorrentVersion> version = version(info);
        long pieceLength = version.isPresent() ? pieceLength(info, version.get()) : 0;
        Optional<Info> found = Optional.empty();
        if (name.isPresent() && version.isPresent() && pieceLength > 0) {
            found = describe(outer, info, version.get(), name.get(), pieceLength);
        }
        refusePrivate(info);
        return faults.anyErrors() ? Optional.empty() : found;
    }

    private Optional<Info> describe(Fields outer, Fields info, TorrentVersion version, String name, long pieceLength) {
        FileListReader list = new FileListReader(faults);
        List<FileEntry> v1 = version.hasV1() ? list.read(info, name) : List.of();
        List<FileEntry> v2 = version.hasV2() ? new FileTreeReader(faults).read(info) : List.of();
        if (faults.anyErrors()) {
            // All that follows counts with lengths: it would complain about consequences.
            return Optional.empty();
        }
        if (version.hasV2()) {
            refuseIrregular(info);
            new PieceLayers(faults, pieceLength).check(outer, v2);
        }
        long pieces = version.hasV1() ? PieceLayers.pieces(list.hashedLength(), pieceLength) : pieces(v2, pieceLength);
        checkPieces(info, version, pieces);
        if (version == TorrentVersion.HYBRID) {
            new HybridFiles(faults, pieceLength).check(v1, v2);
        }
        List<FileEntry> files = version.hasV1() ? v1 : v2;
        boolean fits = new RtorrentLimits(faults).check(info, version, pieceLength, files);
        if (faults.anyErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Info(
                version,
                name,
                version.hasV1() ? Optional.of(InfoHash.of(hash(info, Digest.SHA_1))) : Optional.empty(),
                version.hasV2() ? Optional.of(InfoHashV2.of(hash(info, Digest.SHA_256))) : Optional.empty(),
                files.stream().map(FileEntry::file).toList(),
                version.hasV1() ? info.has("files") : !isNamedLikeOnly(files, name),
                pieceLength,
                Math.toIntExact(pieces),
                fits));
    }

    private static byte[] hash(Fields info, Digest digest) {
        MessageDigest computation = digest.begin();
        info.dictionary().addTo(computation);
        return computation.digest();
    }

    private static long pieces(List<FileEntry> files, long pieceLength) {
        return files.stream()
                .mapToLong(file -> PieceLayers.pieces(file.length(), pieceLength))
                .sum();
    }

    /** A v2 torrent holds a file instead of a directory if that is all it has and both names are the same (BEP 52). */
    private static boolean isNamedLikeOnly(List<FileEntry> files, String name) {
        return files.size() == 1 && files.get(0).file().path().equals(List.of(name));
    }

    private void refusePrivate(Fields info) {
        OptionalLong flag = info.integer("private");
        if (flag.isPresent() && flag.getAsLong() != 0) {
            // Clients ask no tracker but the torrent's own for peers, and we replace it.
            info.refuse("private", "0 or missing: a private torrent cannot be mirrored");
        }
    }

    private Optional<String> name(Fields info) {
        FileName names = new FileName(faults);
        names.refuseHostileTranslations("name", info);
        Optional<BencodeString> name = info.string("name");
        if (name.isEmpty()) {
            info.refuse("name", "a plain file name");
        }
        return name.flatMap(value -> names.read(value, info.label("name")));
    }

    private Optional<TorrentVersion> version(Fields info) {
        long meta = info.has("meta version") ? info.integer("meta version").orElse(0) : 1;
        if (meta == 1) {
            return Optional.of(TorrentVersion.V1);
        }
        if (meta == 2) {
            return Optional.of(info.has("pieces") ? TorrentVersion.HYBRID : TorrentVersion.V2);
        }
        info.refuse("meta version", "1 or 2");
        return Optional.empty();
    }

    /** In bytes; 0 (and an error) where it is missing or out of range. */
    private long pieceLength(Fields info, TorrentVersion version) {
        long length = info.integer("piece length").orElse(0);
        boolean inRange = length > 0 && length <= LONGEST_PIECE;
        boolean isWholeTree = length >= MerkleTree.BLOCK && Long.bitCount(length) == 1;
        if (inRange && (isWholeTree || !version.hasV2())) {
            return length;
        }
        info.refuse(
                "piece length",
                version.hasV2()
                        ? "a power of two from 16384 to " + LONGEST_PIECE
                        : "an integer from 1 to " + LONGEST_PIECE);
        return 0;
    }

    private void checkPieces(Fields info, TorrentVersion version, long pieces) {
        if (pieces == 0) {
            faults.error(info.dictionary(), "key 'info' must describe at least one byte of content");
            return;
        }
        Optional<BencodeString> hashes = info.string("pieces");
        int found = hashes.map(BencodeString::length).orElse(0);
        if (version.hasV1() && found != pieces * SHA_1_LENGTH) {
            info.refuse(
                    "pieces",
                    "a string of " + pieces * SHA_1_LENGTH + " bytes, 20 for each of " + pieces + " pieces, but has "
                            + found);
        }
    }

    private void refuseIrregular(Fields info) {
        Optional<Irregularity> first = info.dictionary().irregularity();
        first.ifPresent(found -> faults.error(
                found.offset(), "key 'info' must be canonical bencode in a v2 torrent but " + found.message()));
    }
}
