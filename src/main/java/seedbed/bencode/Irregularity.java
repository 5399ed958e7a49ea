package seedbed.bencode;

/**
 * The first place where bytes can be decoded but are not canonical: a leading zero, a negative zero, or a dictionary key
 * that does not come after the one before it. Torrents in the wild have them, and they are part of the info-hash.
 *
 * @param offset byte of the source where it stands, from 0
 * @param message what is irregular, without the place
 */
public record Irregularity(int offset, String message) {}
