/** Runs of a regeneration one after the other, and the token that may ask for them. */
@NullMarked
package seedbed.admin;

import org.jspecify.annotations.NullMarked;
