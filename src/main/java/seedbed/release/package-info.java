/** Releases: built aside, compared with the current one, made current in one step, kept for a way back. */
@NullMarked
package seedbed.release;

import org.jspecify.annotations.NullMarked;
