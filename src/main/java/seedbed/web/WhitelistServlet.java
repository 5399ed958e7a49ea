package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.admin.ListedTorrent;
import seedbed.admin.ManualListings;
import seedbed.admin.Scope;
import seedbed.protocol.InfoHash;
import seedbed.release.WhitelistUnavailable;

/**
 * {@code /admin/whitelist}: every entry, or those with the text {@code q}; {@code /admin/whitelist/INFOHASH}: GET the
 * entries of one hash, PUT one made by hand, with a {@code note} if there is one in a form, DELETE it again. What a
 * release lists stays as it is.
 */
public final class WhitelistServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;

    private final transient ManualListings listings;
    private final transient Runnable changed;
    private final transient WhitelistPage page;

    /** @param changed told after every change, so that the tracker follows before the admin has the answer */
    public WhitelistServlet(ManualListings listings, Runnable changed, ConsolePages pages) {
        super(Map.of("GET", Set.of(Scope.READ), "PUT", Set.of(Scope.ADMIN), "DELETE", Set.of(Scope.ADMIN)));
        this.listings = listings;
        this.changed = changed;
        this.page = new WhitelistPage(listings, pages);
    }

    @Override
    List<String> methodsAt(HttpServletRequest request) {
        return PathTail.of(request).isEmpty() ? List.of("GET") : super.methodsAt(request);
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String hash = PathTail.of(request);
        try {
            if (hash.isEmpty()) {
                answerAll(request, response);
            } else {
                answerOne(request, response, InfoHash.ofHex(hash));
            }
        } catch (IllegalArgumentException malformed) {
            Answers.error(request, response, HttpServletResponse.SC_BAD_REQUEST, WhitelistPage.EXPECTED);
        } catch (WhitelistUnavailable away) {
            Answers.databaseAway(request, response);
        }
    }

    private void answerAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Answers.wantsPage(request)) {
            page.show(request, response, HttpServletResponse.SC_OK, "");
        } else {
            String text = Query.of(request).decoded("q");
            List<ListedTorrent> entries = text.isEmpty()
                    ? listings.all()
                    : listings.search(text, Integer.MAX_VALUE).entries();
            Answers.json(response, HttpServletResponse.SC_OK, entries);
        }
    }

    private void answerOne(HttpServletRequest request, HttpServletResponse response, InfoHash hash) throws IOException {
        Visit visit = Visit.of(request);
        if (isRead(request)) {
            show(request, response, listings.of(hash));
        } else if (request.getMethod().equals("PUT")) {
            visit.deed("list " + hash.hex() + " by hand");
            boolean isNew = listings.add(hash, WhitelistPage.note(visit.form()));
            changed.run();
            Answers.json(
                    response, isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK, listings.of(hash));
        } else {
            visit.deed("unlist " + hash.hex());
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
}
