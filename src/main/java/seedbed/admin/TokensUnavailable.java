package seedbed.admin;

/** The named tokens cannot be read or changed now; the message tells the operator why. */
public final class TokensUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TokensUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
