package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import seedbed.protocol.InfoHash;
import seedbed.savings.Ledger;
import seedbed.savings.LinkStore;
import seedbed.savings.Savings;

/**
 * What somebody wants to know of the ledger: {@code ?days=N&torrent=INFOHASH}.
 *
 * @param days 1 to ten years; 30 if it is not said
 * @param torrent by any of its hashes; all torrents if there is none
 */
record SavingsQuery(int days, Optional<InfoHash> torrent) {

    /** Ten years. */
    private static final int MOST_DAYS = 3653;

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");

    /** @throws IllegalArgumentException with a fixed text that says what is expected */
    static SavingsQuery of(HttpServletRequest request) {
        Query query = Query.of(request);
        return new SavingsQuery(
                days(query.value("days").orElse("30")), query.value("torrent").map(SavingsQuery::torrent));
    }

    private static int days(String text) {
        if (DAYS.matcher(text).matches() && Integer.parseInt(text) <= MOST_DAYS) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("days: a number from 1 to " + MOST_DAYS + " is expected");
    }

    private static InfoHash torrent(String text) {
        try {
            return InfoHash.ofHex(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("torrent: an info-hash of 40 hexadecimal digits is expected", malformed);
        }
    }

    /** The answer. What was measured on the link belongs to no torrent. */
    Savings ask(Ledger ledger, LinkStore links) {
        Savings savings = ledger.savings(days, torrent);
        return torrent.isPresent() ? savings : savings.with(links.daily(savings.firstDay(), savings.lastDay()));
    }
}
