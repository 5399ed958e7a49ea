package seedbed.system;

/** A BitTorrent client at work, which finds peers through trackers and in no other way. */
interface TorrentClient extends AutoCloseable {

    /** Fails while it is busy with what it fetched, although all of it is there. */
    default void mustHaveFinished() throws Exception {}

    /** Stops its torrents in order: it says goodbye to the tracker. */
    void stop() throws Exception;

    @Override
    void close();
}
