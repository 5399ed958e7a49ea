/** Whose address is this: the campus's, a seed box's, a front server's, a private one. No name is ever resolved. */
@NullMarked
package seedbed.campus;

import org.jspecify.annotations.NullMarked;
