/** Torrent files: reading, validating and rewriting them, v1 (BEP 3), hybrid and v2 (BEP 52), never touching their info. */
@NullMarked
package seedbed.torrent;

import org.jspecify.annotations.NullMarked;
