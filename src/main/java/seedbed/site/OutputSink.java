package seedbed.site;

import java.io.IOException;

/** Takes the files of a site, in any order and from several threads at once. */
@FunctionalInterface
public interface OutputSink {

    /** Takes the file at {@code path}, relative to the webroot and with {@code /}. */
    void put(String path, byte[] bytes) throws IOException;
}
