package seedbed.release;

import seedbed.protocol.InfoHash;

/**
 * A swarm that the tracker is to serve because a torrent is published.
 *
 * @param hash v1, or v2 truncated: a hybrid torrent has two listings
 * @param path of the torrent in the webroot
 * @param name as the torrent itself says
 * @param size of its content in bytes
 */
public record Listing(InfoHash hash, String path, String name, long size) {}
