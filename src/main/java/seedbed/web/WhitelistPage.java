package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import seedbed.admin.ManualListings;

/** The whitelist as a page: a search, and the forms that change it. */
final class WhitelistPage {

    static final String EXPECTED = "an info-hash of 40 hexadecimal digits is expected";

    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_NOTE = 200;

    private final ManualListings listings;
    private final ConsolePages pages;

    WhitelistPage(ManualListings listings, ConsolePages pages) {
        this.listings = listings;
        this.pages = pages;
    }

    /**
     * Shows what matches the text {@code q}.
     *
     * @param complaint about a change that was not made; empty if there is none
     */
    void show(HttpServletRequest request, HttpServletResponse response, int status, String complaint)
            throws IOException {
        String text = Query.of(request).decoded("q");
        ManualListings.Found found = listings.search(text, MOST_SHOWN);
        pages.show(
                request, response, status, new ConsoleView.Whitelist(text, found.entries(), found.total(), complaint));
    }

    /** The note of a form, in one line of a sensible length. */
    static String note(Form form) {
        String line = form.text("note").replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE);
    }
}
