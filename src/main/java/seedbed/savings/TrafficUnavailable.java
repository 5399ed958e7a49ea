package seedbed.savings;

/** Traffic cannot be written or read now; the message tells the operator why. */
public final class TrafficUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrafficUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
