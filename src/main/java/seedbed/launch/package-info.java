/** The executable WAR: its commands, Jetty, and the PostgreSQL it can bring along. */
@NullMarked
package seedbed.launch;

import org.jspecify.annotations.NullMarked;
