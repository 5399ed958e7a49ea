package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, and for whom it says to speak.
 *
 * @param socketAddress the TCP peer's address; whatever the container calls a Unix-domain socket's
 * @param forwardedFor the values of all {@code X-Forwarded-For} headers, in order
 * @param overFrontSocket whether the request came over the Unix-domain socket of the front server
 */
public record RemoteEnd(@Nullable String socketAddress, List<String> forwardedFor, boolean overFrontSocket) {

    /** The request attribute that a connector sets to {@link Boolean#TRUE} when it is the front server's socket. */
    public static final String FRONT_SOCKET = "seedbed.front-socket";

    public RemoteEnd {
        forwardedFor = List.copyOf(forwardedFor);
    }

    static RemoteEnd of(HttpServletRequest request) {
        return new RemoteEnd(
                request.getRemoteAddr(),
                Collections.list(request.getHeaders("X-Forwarded-For")),
                Boolean.TRUE.equals(request.getAttribute(FRONT_SOCKET)));
    }
}
