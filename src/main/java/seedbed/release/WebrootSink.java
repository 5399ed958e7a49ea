package seedbed.release;

import java.io.IOException;
import seedbed.site.FileContent;
import seedbed.site.OutputSink;

/** Where a site goes in a release. */
record WebrootSink(OutputSink release) implements OutputSink {

    @Override
    public void put(String path, FileContent content) throws IOException {
        release.put(Area.WEBROOT.path(path), content);
    }

    @Override
    public boolean keeps(String path, String sha256, int length) throws IOException {
        return release.keeps(Area.WEBROOT.path(path), sha256, length);
    }

    @Override
    public void working() {
        release.working();
    }
}
