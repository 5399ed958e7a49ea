package seedbed.swarm;

/** A tracker as its clients see it, however it is reached. */
public interface TrackerClient {

    /**
     * Sends a request and returns the body of the answer.
     *
     * @param pathAndQuery {@code /announce?…} or {@code /scrape?…}, percent-encoded
     * @param clientAddress where the request seems to come from
     */
    byte[] get(String pathAndQuery, String clientAddress);
}
