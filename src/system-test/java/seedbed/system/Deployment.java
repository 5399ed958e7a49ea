package seedbed.system;

/** A mirror somewhere, in whatever container and behind whatever front server, as its clients reach it. */
interface Deployment {

    /** Requests of a program on this machine. */
    Http http();

    /** Requests on behalf of a client somewhere else. */
    Http onBehalfOf(String address);

    /** The path that everything lies below; empty at the root. */
    String context();

    /** Requests with the token. */
    default Http admin() {
        return http().with("Authorization", "Bearer " + RunningMirror.TOKEN);
    }
}
