package seedbed.release;

/** Counts the files a publication has done, whichever thread did them. */
final class Tally {

    private final Progress progress;
    private int done;
    private int total;

    /** A tally of this many files to read, and so far none to write. */
    Tally(Progress progress, int toRead) {
        this.progress = progress;
        this.total = toRead;
        progress.report(0, total);
    }

    synchronized void expect(int more) {
        total += more;
        progress.report(done, total);
    }

    synchronized void add() {
        // The site adds some files that nobody could foresee; done must not pass total.
        done = Math.min(done + 1, total);
        progress.report(done, total);
    }

    synchronized void say(String line) {
        progress.say(line);
    }

    /** Says again how far it is, so that whoever looks knows that it goes on. */
    synchronized void repeat() {
        progress.report(done, total);
    }

    /** Nothing is left to do, even if less was done than expected. */
    synchronized void end() {
        done = total;
        progress.report(done, total);
    }
}
