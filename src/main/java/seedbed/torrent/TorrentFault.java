package seedbed.torrent;

/**
 * Something wrong with a torrent file.
 *
 * @param offset byte of the file at which it stands, from 0
 * @param error whether the torrent cannot be used; otherwise only some clients have trouble
 * @param message names the key, what was expected and the offset, in one line
 */
public record TorrentFault(int offset, boolean error, String message) {}
