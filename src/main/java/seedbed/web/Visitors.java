package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import seedbed.campus.FrontServers;
import seedbed.campus.IpAddress;

/** From where a request comes, as far as the front servers can be believed. */
public final class Visitors {

    private final FrontServers frontServers;

    public Visitors(FrontServers frontServers) {
        this.frontServers = frontServers;
    }

    /** The client's address; empty where a front server does not tell. */
    Optional<IpAddress> addressOf(HttpServletRequest request) {
        RemoteEnd end = RemoteEnd.of(request);
        return frontServers.clientOf(end.socketAddress(), end.forwardedFor(), end.overFrontSocket());
    }

    /** Whether the client's own connection is encrypted: the one to us, or the one to the front server. */
    boolean isOverTls(HttpServletRequest request) {
        RemoteEnd end = RemoteEnd.of(request);
        boolean frontSaysSo = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                && frontServers.isFrontServer(end.socketAddress(), end.overFrontSocket());
        return request.isSecure() || frontSaysSo;
    }
}
