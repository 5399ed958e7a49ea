package seedbed.protocol;

/** A request that gets a {@link Refusal}. The only failure a client is told about. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal.Kind kind;

    public RefusedException(Refusal.Kind kind) {
        // No stack trace: anybody can cause this as often as they like, and it says nothing that the kind does not.
        super(kind.text(), null, false, false);
        this.kind = kind;
    }

    public Refusal.Kind kind() {
        return kind;
    }
}
