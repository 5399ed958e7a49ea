package seedbed.protocol;

/** An answer to an announce or a scrape. All of them go out as HTTP 200: clients do not read the body of another. */
public sealed interface TrackerReply permits AnnounceReply, ScrapeReply, Refusal {

    /** The media type of every reply. */
    String CONTENT_TYPE = "text/plain";

    /** The reply as a canonical bencoded dictionary (BEP 3). */
    byte[] bytes();
}
