/** PostgreSQL behind the ports of swarm, release and admin. No statement here is ever waited for by an announce. */
@NullMarked
package seedbed.store;

import org.jspecify.annotations.NullMarked;
