package seedbed.release;

import java.io.IOException;
import seedbed.site.FileContent;
import seedbed.site.OutputSink;

/** Counts what goes into a release. */
record CountedSink(OutputSink release, Tally tally) implements OutputSink {

    @Override
    public void put(String path, FileContent content) throws IOException {
        release.put(path, content);
        tally.add();
    }

    @Override
    public boolean keeps(String path, String sha256, int length) throws IOException {
        boolean keeps = release.keeps(path, sha256, length);
        if (keeps) {
            tally.add();
        }
        return keeps;
    }

    @Override
    public void working() {
        tally.repeat();
    }
}
