package seedbed.release;

/** Told how far a publication is, for every file, by one thread at a time: it must be cheap to answer. */
@FunctionalInterface
public interface Progress {

    /** For those who do not want to know. */
    Progress NONE = (done, total) -> {};

    /**
     * Some files are done.
     *
     * @param done files read, made and brought to the disk so far
     * @param total all there is to do; grows when it is known what is to be made, and what of that is new
     */
    void report(int done, int total);

    /** A publication has come to another part of its work; seldom, and in a line for people. */
    default void say(String line) {}
}
