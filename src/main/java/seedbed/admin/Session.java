package seedbed.admin;

/**
 * A browser that is logged in.
 *
 * @param caller whose token it was opened with
 * @param csrf what every request that changes something has to bring along: pages of other sites cannot know it
 */
public record Session(Caller caller, String csrf) {

    /** Whether this is the session's; takes as long however much of it is right. */
    public boolean isCsrf(String presented) {
        return Secret.equal(Secret.digest(csrf), Secret.digest(presented));
    }
}
