/** The composition root: what is built from what, in which order it starts, and the reverse in which it stops. */
@NullMarked
package seedbed.wiring;

import org.jspecify.annotations.NullMarked;
