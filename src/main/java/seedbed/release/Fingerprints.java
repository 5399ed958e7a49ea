package seedbed.release;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import seedbed.site.OutputSink;

/** Remembers of every file of a release only its SHA-256: enough to tell two releases apart. */
final class Fingerprints implements OutputSink {

    private final SortedMap<String, String> files = new ConcurrentSkipListMap<>();

    @Override
    public void put(String path, byte[] bytes) throws IOException {
        add(path, bytes);
    }

    /**
     * Remembers a file.
     *
     * @return its SHA-256 in hexadecimal digits
     * @throws IOException if there was another file at this path
     */
    String add(String path, byte[] bytes) throws IOException {
        String hash = HexFormat.of().formatHex(sha256().digest(bytes));
        if (files.putIfAbsent(path, hash) != null) {
            throw new IOException("two files of the release have the path " + path);
        }
        return hash;
    }

    /** SHA-256 by path. */
    SortedMap<String, String> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
