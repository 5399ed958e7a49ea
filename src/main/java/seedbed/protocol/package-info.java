/** What clients and the tracker say to each other: announce and scrape, as values and as bytes (BEP 3, 7, 23, 48). */
@NullMarked
package seedbed.protocol;

import org.jspecify.annotations.NullMarked;
