/** What visitors see: pages, listings, the feed and the catalogue. */
@NullMarked
package seedbed.site;

import org.jspecify.annotations.NullMarked;
