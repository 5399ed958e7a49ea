package seedbed.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A way to reach somebody: one transport over one address family.
 *
 * <p>Asking and answering is done by socat, which can run as any user.
 */
enum Probe {
    TCP4(false, ",connect-timeout=1"),
    TCP6(true, ",connect-timeout=1"),
    UDP4(false, ""),
    UDP6(true, "");

    private final boolean ipv6;
    private final String asking;

    Probe(boolean ipv6, String asking) {
        this.ipv6 = ipv6;
        this.asking = asking;
    }

    /** Starts a program of this user that sends back whatever it gets on a port, and waits until it listens. */
    void answer(Host host, String user, int port) throws Exception {
        String socket = this + "-LISTEN:" + port + ",fork,reuseaddr" + (ipv6 ? ",ipv6only=1" : "");
        Program program = host.start("answers", as(user, "socat", socket, "EXEC:/bin/cat"));
        String listing = "ss --no-header --listening --numeric --%s --%s 'sport = :%d' | grep ."
                .formatted(name().substring(0, 3).toLowerCase(Locale.ROOT), ipv6 ? "ipv6" : "ipv4", port);
        Eventually.within(Duration.ofSeconds(10), () -> {
            program.mustRun();
            host.sh(listing);
        });
    }

    /** Whether a program of this user gets an answer from a port of another host. */
    boolean reaches(Host host, String user, Site site, int number, int port) throws Exception {
        String address = ipv6 ? '[' + site.ipv6(number) + ']' : site.ipv4(number);
        String socket = this + ":" + address + ':' + port + asking;
        // It waits this long, in seconds, for what comes back after all is sent.
        String ask = "echo anybody there | socat -t 1 - '" + socket + '\'';
        return host.attempt(as(user, "bash", "-c", ask)).words().contains("anybody there");
    }

    private static List<String> as(String user, String... command) {
        List<String> whole = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--clear-groups", "--"));
        whole.addAll(List.of(command));
        return whole;
    }
}
