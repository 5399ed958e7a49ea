package seedbed.savings;

/** By how many bytes the two counters of a source grew. */
public record LinkGrowth(long in, long out) {

    public static final LinkGrowth NONE = new LinkGrowth(0, 0);

    LinkGrowth plus(LinkGrowth other) {
        return new LinkGrowth(Growth.sum(in, other.in), Growth.sum(out, other.out));
    }
}
