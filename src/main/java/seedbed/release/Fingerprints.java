package seedbed.release;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import seedbed.site.FileContent;
import seedbed.site.OutputSink;

/** Remembers of every file of a release only its SHA-256: enough to tell two releases apart. */
final class Fingerprints implements OutputSink {

    /** In order, as a manifest has them: many threads put files, and only one would sort them. */
    private final SortedMap<String, String> files = new ConcurrentSkipListMap<>();

    /** @throws IOException if there was another file at this path */
    @Override
    public void put(String path, FileContent content) throws IOException {
        remember(path, content.sha256());
    }

    /** There is nothing to keep but the hash. */
    @Override
    public boolean keeps(String path, String sha256, int length) throws IOException {
        remember(path, sha256);
        return true;
    }

    private void remember(String path, String hash) throws IOException {
        if (files.putIfAbsent(path, hash) != null) {
            throw new IOException("two files of the release have the path " + path);
        }
    }

    /** SHA-256 by path. */
    SortedMap<String, String> files() {
        return Collections.unmodifiableSortedMap(files);
    }
}
