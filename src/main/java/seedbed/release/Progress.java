package seedbed.release;

/** Told how far a publication is, for every file: cheap to call, so it must be cheap to answer. */
@FunctionalInterface
public interface Progress {

    /** For those who do not want to know. */
    Progress NONE = (done, total) -> {};

    /**
     * Some files are done.
     *
     * @param done files read or written so far
     * @param total all files to read and to write; grows once, when the files to write are known
     */
    void report(int done, int total);
}
