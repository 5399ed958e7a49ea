package seedbed.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import seedbed.savings.Ledger;
import seedbed.savings.LinkStore;
import seedbed.savings.Savings;
import seedbed.savings.TrafficUnavailable;

/**
 * {@code GET /savings.json?days=N&torrent=INFOHASH}: what the mirror, or one torrent of it, saved in the last N days; and
 * {@code GET /savings.csv}, the same by day for a spreadsheet.
 */
public final class SavingsServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient Ledger ledger;
    private final transient LinkStore links;
    private final transient Format format;

    /** How the answer is written. */
    @FunctionalInterface
    interface Format {
        void write(HttpServletResponse response, Savings savings) throws IOException;
    }

    private SavingsServlet(Ledger ledger, LinkStore links, Format format) {
        super("GET");
        this.ledger = ledger;
        this.links = links;
        this.format = format;
    }

    public static SavingsServlet json(Ledger ledger, LinkStore links) {
        return new SavingsServlet(
                ledger, links, (response, savings) -> Answers.json(response, HttpServletResponse.SC_OK, savings));
    }

    public static SavingsServlet csv(Ledger ledger, LinkStore links) {
        return new SavingsServlet(ledger, links, (response, savings) -> {
            response.setHeader("Content-Disposition", "attachment; filename=\"savings.csv\"");
            Answers.text(response, HttpServletResponse.SC_OK, "text/csv; charset=utf-8", SavingsCsv.of(savings));
        });
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SavingsQuery query;
        try {
            query = SavingsQuery.of(request);
        } catch (IllegalArgumentException malformed) {
            Answers.error(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, requireNonNull(malformed.getMessage()));
            return;
        }
        try {
            format.write(response, query.ask(ledger, links));
        } catch (TrafficUnavailable away) {
            Answers.databaseAway(request, response);
        }
    }
}
