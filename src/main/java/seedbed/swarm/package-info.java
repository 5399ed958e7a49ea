/** Who is where, and the tracker's answer: swarms in memory, the whitelist, and what is written down about them. */
@NullMarked
package seedbed.swarm;

import org.jspecify.annotations.NullMarked;
