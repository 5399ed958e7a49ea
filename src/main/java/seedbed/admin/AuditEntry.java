package seedbed.admin;

import java.time.Instant;

/**
 * One attempt to change something.
 *
 * @param who the name of a token; {@code nobody} where none was right
 * @param what was to be done, in one line and without secrets
 * @param address where it came from
 * @param result {@code done}, {@code refused} or {@code failed}, and the status of the answer
 */
public record AuditEntry(Instant time, String who, String what, String address, String result) {}
