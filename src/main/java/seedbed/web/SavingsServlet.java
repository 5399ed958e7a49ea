package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import seedbed.savings.Ledger;
import seedbed.savings.TrafficUnavailable;

/** {@code GET /savings.json?days=N}: what the mirror saved in the last N days, 30 if it is not said. */
public final class SavingsServlet extends Endpoint {

    private static final long serialVersionUID = 1L;
    /** Ten years. */
    private static final int MOST_DAYS = 3653;

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");

    private final transient Ledger ledger;

    public SavingsServlet(Ledger ledger) {
        super("GET");
        this.ledger = ledger;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Integer> days = days(Query.of(request).value("days").orElse("30"));
        if (days.isEmpty()) {
            Answers.error(
                    request,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "days: a number from 1 to " + MOST_DAYS + " is expected");
            return;
        }
        try {
            Answers.json(response, HttpServletResponse.SC_OK, ledger.savings(days.get()));
        } catch (TrafficUnavailable away) {
            Answers.error(
                    request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the database is out of reach");
        }
    }

    private static Optional<Integer> days(String text) {
        return Optional.of(text)
                .filter(digits -> DAYS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(days -> days <= MOST_DAYS);
    }
}
