package seedbed.content;

/** Whether a problem stops a publication. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word people and JSON readers see. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
