package seedbed.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.admin.Caller;
import seedbed.admin.Session;
import seedbed.campus.IpAddress;

/** One request to the admin, as the gate has let it in: from where, by whom, and for what. */
final class Visit {

    private static final String ATTRIBUTE = "seedbed.visit";
    private static final int V6_NETWORK = 64;
    private static final int LONGEST_PATH = 200;
    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9/._-]");

    private final Optional<IpAddress> address;
    private Form form = Form.NONE;
    private @Nullable Caller caller;
    private @Nullable Session session;
    private String deed;

    private Visit(HttpServletRequest request, Optional<IpAddress> address) {
        this.address = address;
        this.deed = request.getMethod() + ' ' + plainPath(request);
    }

    /** A visit by nobody as yet. */
    static Visit begin(HttpServletRequest request, Optional<IpAddress> address) {
        Visit visit = new Visit(request, address);
        request.setAttribute(ATTRIBUTE, visit);
        return visit;
    }

    /** The visit that this request is. */
    static Visit of(HttpServletRequest request) {
        return (Visit) requireNonNull(request.getAttribute(ATTRIBUTE), "the gate has not seen this request");
    }

    /** What a client wrote into the path must not look like anything else in the audit. */
    private static String plainPath(HttpServletRequest request) {
        String tail = request.getPathInfo() == null ? "" : request.getPathInfo();
        String path = UNUSUAL.matcher(request.getServletPath() + tail).replaceAll("?");
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }

    /** By a program with a token. */
    void isBy(Caller newCaller) {
        this.caller = newCaller;
    }

    /** By a browser that is logged in. */
    void isIn(Session newSession) {
        this.session = newSession;
        this.caller = newSession.caller();
    }

    /** With these fields in its body. */
    void brings(Form fields) {
        this.form = fields;
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /** The fields that came in the body. */
    Form form() {
        return form;
    }

    /** For the audit. */
    String address() {
        return address.map(IpAddress::toString).orElse("unknown");
    }

    /** What one owner has: an IPv4 address, or an IPv6 network of 64 bits. */
    String network() {
        return address.map(ip -> ip.isV4() ? ip : ip.network(V6_NETWORK))
                .map(IpAddress::toString)
                .orElse("unknown");
    }

    /** Says in more words than the path what this visit is for. */
    void deed(String words) {
        this.deed = words;
    }

    String deed() {
        return deed;
    }
}
