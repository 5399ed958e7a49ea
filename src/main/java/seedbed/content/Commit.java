package seedbed.content;

import java.time.Instant;

/**
 * The git commit that a tree was read from.
 *
 * @param id its full name in hexadecimal digits
 * @param time when it was committed: the only clock a published file may show
 */
public record Commit(String id, Instant time) {}
