package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import seedbed.admin.ManualListings;
import seedbed.admin.Scope;
import seedbed.protocol.InfoHash;
import seedbed.release.WhitelistUnavailable;

/**
 * {@code POST /admin/listings/add} and {@code /remove}: what the forms of the whitelist's page send, since a browser's
 * form can neither PUT nor DELETE. Fields: {@code info_hash}, and {@code note} for an addition.
 */
public final class ListingsServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;

    private final transient ManualListings listings;
    private final transient Runnable changed;
    private final transient WhitelistPage page;

    /** @param changed told after every change */
    public ListingsServlet(ManualListings listings, Runnable changed, ConsolePages pages) {
        super(Map.of("POST", Set.of(Scope.ADMIN)));
        this.listings = listings;
        this.changed = changed;
        this.page = new WhitelistPage(listings, pages);
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String action = PathTail.of(request);
        if (!action.equals("add") && !action.equals("remove")) {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here");
            return;
        }
        try {
            change(Visit.of(request), action);
            Answers.seeOther(request, response, "/admin/whitelist");
        } catch (IllegalArgumentException malformed) {
            complain(request, response);
        } catch (WhitelistUnavailable away) {
            Answers.databaseAway(request, response);
        }
    }

    private void change(Visit visit, String action) {
        InfoHash hash = InfoHash.ofHex(visit.form().text("info_hash").toLowerCase(Locale.ROOT));
        if (action.equals("add")) {
            visit.deed("list " + hash.hex() + " by hand");
            listings.add(hash, WhitelistPage.note(visit.form()));
        } else {
            visit.deed("unlist " + hash.hex());
            listings.remove(hash);
        }
        changed.run();
    }

    private void complain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Answers.wantsPage(request)) {
            page.show(request, response, HttpServletResponse.SC_BAD_REQUEST, WhitelistPage.EXPECTED);
        } else {
            Answers.error(request, response, HttpServletResponse.SC_BAD_REQUEST, WhitelistPage.EXPECTED);
        }
    }
}
