package seedbed.release;

/** The whitelist cannot be read or changed now; the message tells the operator why. */
public final class WhitelistUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WhitelistUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
