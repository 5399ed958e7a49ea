/** Swarms on a campus and outside it, simulated with the real tracker: what crosses the link, and how long it takes. */
@NullMarked
package seedbed.simulation;

import org.jspecify.annotations.NullMarked;
