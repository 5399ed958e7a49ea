/**
 * The same load on this tracker and on others, in turn on one machine, and the publication of many torrents: {@code mvn
 * -Pbench verify}.
 */
@NullMarked
package seedbed.load;

import org.jspecify.annotations.NullMarked;
