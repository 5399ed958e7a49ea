package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import seedbed.admin.ListedTorrent;
import seedbed.admin.ManualListings;
import seedbed.protocol.InfoHash;
import seedbed.release.WhitelistUnavailable;

/**
 * {@code /admin/whitelist}: every entry; {@code /admin/whitelist/INFOHASH}: GET the entries of one hash, PUT one made by
 * hand, DELETE it again. What a release lists stays as it is.
 */
public final class WhitelistServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient ManualListings listings;
    private final transient Runnable changed;

    /** @param changed told after every change, so that the tracker follows before the admin has the answer */
    public WhitelistServlet(ManualListings listings, Runnable changed) {
        super("GET", "PUT", "DELETE");
        this.listings = listings;
        this.changed = changed;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String hash = PathTail.of(request);
        try {
            if (hash.isEmpty()) {
                answerAll(request, response);
            } else {
                answerOne(request, response, InfoHash.ofHex(hash));
            }
        } catch (IllegalArgumentException malformed) {
            Answers.error(
                    request,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "an info-hash of 40 hexadecimal digits is expected");
        } catch (WhitelistUnavailable away) {
            Answers.error(
                    request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the database is out of reach");
        }
    }

    private void answerAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isRead(request)) {
            Answers.json(response, HttpServletResponse.SC_OK, listings.all());
        } else {
            response.setHeader("Allow", "GET");
            Answers.error(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "wrong method");
        }
    }

    private void answerOne(HttpServletRequest request, HttpServletResponse response, InfoHash hash) throws IOException {
        if (isRead(request)) {
            show(request, response, listings.of(hash));
        } else if (request.getMethod().equals("PUT")) {
            boolean isNew = listings.add(hash);
            changed.run();
            Answers.json(
                    response, isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK, listings.of(hash));
        } else {
            listings.remove(hash);
            changed.run();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, List<ListedTorrent> entries)
            throws IOException {
        if (entries.isEmpty()) {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "this info-hash is not listed");
        } else {
            Answers.json(response, HttpServletResponse.SC_OK, entries);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
