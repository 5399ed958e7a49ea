/**
 * The value grammar of BitTorrent (BEP 3): strings, integers, lists and dictionaries, each with the range of bytes it
 * was read from, so that what is not understood can be kept byte for byte.
 */
@NullMarked
package seedbed.bencode;

import org.jspecify.annotations.NullMarked;
