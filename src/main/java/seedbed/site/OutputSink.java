package seedbed.site;

import java.io.IOException;

/** Takes the files of a site, in any order and from several threads at once. */
public interface OutputSink {

    /** Takes the file at {@code path}, relative to the webroot and with {@code /}. */
    void put(String path, FileContent content) throws IOException;

    /** The same. */
    default void put(String path, byte[] bytes) throws IOException {
        put(path, FileContent.of(bytes));
    }

    /**
     * Takes the file at {@code path} as it was the last time, without being given it again.
     *
     * @param sha256 of the bytes it would be given, in hexadecimal digits
     * @param length of them
     * @return false, with nothing taken, if it does not have such a file there
     */
    default boolean keeps(String path, String sha256, int length) throws IOException {
        return false;
    }

    /** Told now and then while there is no file to take yet, so that whoever waits can know that work goes on. */
    default void working() {}
}
