package seedbed.site;

import seedbed.torrent.Digest;

/** What a file of a site holds, with its hash: computed once, however often the same bytes are put somewhere. */
public final class FileContent {

    private final byte[] bytes;
    private final String sha256;

    private FileContent(byte[] bytes, String sha256) {
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** Of these bytes, which are not copied: nobody changes them from now on. */
    public static FileContent of(byte[] bytes) {
        return new FileContent(bytes, Digest.SHA_256.hex(bytes));
    }

    public byte[] bytes() {
        return bytes;
    }

    /** SHA-256 in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }
}
