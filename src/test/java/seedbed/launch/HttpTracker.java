package seedbed.launch;

import seedbed.protocol.InfoHash;
import seedbed.swarm.TrackerUnderTest;

/** A tracker behind HTTP, asked as its front server would ask, with torrents listed by an admin. */
final class HttpTracker implements TrackerUnderTest {

    private final RawHttp http;
    private final String context;
    private final String token;

    /** @param context the path of the web application, empty at the root */
    HttpTracker(RawHttp http, String context, String token) {
        this.http = http;
        this.context = context;
        this.token = token;
    }

    @Override
    public byte[] get(String pathAndQuery, String clientAddress) {
        RawHttp.Answer answer = http.send("GET", context + pathAndQuery, "X-Forwarded-For: " + clientAddress);
        String type = answer.header("content-type").orElse("none");
        if (answer.status() != 200 || !type.startsWith("text/plain")) {
            throw new AssertionError(
                    "200 text/plain is expected, not " + answer.status() + ' ' + type + ": " + answer.text());
        }
        return answer.body();
    }

    @Override
    public void list(InfoHash infoHash) {
        admin("PUT", infoHash);
    }

    @Override
    public void unlist(InfoHash infoHash) {
        admin("DELETE", infoHash);
    }

    private void admin(String method, InfoHash infoHash) {
        RawHttp.Answer answer =
                http.send(method, context + "/admin/whitelist/" + infoHash.hex(), "Authorization: Bearer " + token);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(method + " of a listing was answered " + answer.status() + ": " + answer.text());
        }
    }
}
