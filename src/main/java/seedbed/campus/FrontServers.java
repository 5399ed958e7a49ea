package seedbed.campus;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The front servers whose {@code X-Forwarded-For} is believed, and the client's address that follows from it.
 *
 * <p>Each front server appends the address it saw, so the list is read from the right: entries of front servers are
 * passed over, and the first other entry is the client. What stands left of it was written by the client itself.
 *
 * <pre>
 *   client ──► front server ──► front server ──► us
 *   X-Forwarded-For: whatever the client claims, CLIENT, front server
 * </pre>
 */
public final class FrontServers {

    private final Networks trusted;
    private final Consumer<String> ignored;
    private final AtomicReference<@Nullable String> firstIgnored = new AtomicReference<>();

    /**
     * Believes these front servers and nobody else.
     *
     * @param ignored told once, with the peer's address, when somebody not trusted forwards: most likely a front server
     *     missing in the configuration, behind which all clients look like one
     */
    public FrontServers(Networks trusted, Consumer<String> ignored) {
        this.trusted = trusted;
        this.ignored = ignored;
    }

    /**
     * The address of the client behind a request.
     *
     * @param socketAddress of the TCP peer, as servlet containers write it: a literal, possibly in brackets and with a
     *     zone; not looked at over a Unix-domain socket
     * @param forwardedFor the values of all {@code X-Forwarded-For} headers, in order
     * @param overUnixSocket whether the request came over the socket that only a front server of this machine can open
     * @return empty where a front server does not tell, or not in a readable form: never the front server's own address
     */
    public Optional<IpAddress> clientOf(
            @Nullable String socketAddress, List<String> forwardedFor, boolean overUnixSocket) {
        if (overUnixSocket) {
            return rightmostClient(forwardedFor);
        }
        Optional<IpAddress> peer = ofSocket(socketAddress);
        if (peer.isPresent() && trusted.contains(peer.get())) {
            return rightmostClient(forwardedFor);
        }
        if (peer.isPresent() && !forwardedFor.isEmpty() && firstIgnored.get() == null) {
            tellOnce(peer.get().toString());
        }
        return peer;
    }

    private void tellOnce(String peer) {
        if (firstIgnored.compareAndSet(null, peer)) {
            ignored.accept(peer);
        }
    }

    /** The first peer whose {@code X-Forwarded-For} was ignored; empty if nobody has sent one. */
    public Optional<String> firstIgnored() {
        return Optional.ofNullable(firstIgnored.get());
    }

    /** Whether what this peer says about a request is believed; parameters as in {@link #clientOf}. */
    public boolean isFrontServer(@Nullable String socketAddress, boolean overUnixSocket) {
        return overUnixSocket
                || ofSocket(socketAddress).filter(trusted::contains).isPresent();
    }

    private Optional<IpAddress> rightmostClient(List<String> forwardedFor) {
        for (int header = forwardedFor.size() - 1; header >= 0; header--) {
            String entries = forwardedFor.get(header);
            for (int end = entries.length(); end >= 0; ) {
                int start = entries.lastIndexOf(',', end - 1) + 1;
                Optional<IpAddress> entry =
                        IpAddress.parse(entries.substring(start, end).strip());
                if (entry.isEmpty() || !trusted.contains(entry.get())) {
                    return entry;
                }
                end = start - 1;
            }
        }
        return Optional.empty();
    }

    private static Optional<IpAddress> ofSocket(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        String literal = bracketed ? address.substring(1, address.length() - 1) : address;
        int zone = literal.indexOf('%');
        return IpAddress.parse(zone < 0 ? literal : literal.substring(0, zone));
    }
}
