package seedbed.admin;

/** The audit cannot be read or written now; the message tells the operator why. */
public final class AuditUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AuditUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
