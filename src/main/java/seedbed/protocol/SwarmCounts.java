package seedbed.protocol;

/**
 * How large a swarm is: what replies call complete, incomplete and downloaded (BEP 48).
 *
 * @param seeds peers that have everything
 * @param leechers all others, partial seeds included
 * @param completed downloads that ended, ever
 */
public record SwarmCounts(int seeds, int leechers, long completed) {

    /** Of a swarm that is empty and always was. */
    public static final SwarmCounts NONE = new SwarmCounts(0, 0, 0);
}
