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

    /** The ways by which a program of this user gets answers from a port of another host. */
    static List<Probe> ways(Host from, String user, Site site, int number, int port) throws Exception {
        StringBuilder script = new StringBuilder();
        for (Probe probe : values()) {
            String address = probe.ipv6 ? '[' + site.ipv6(number) + ']' : site.ipv4(number);
            // Everyone gets its own name back. It waits for a second, and all of them wait at the same time.
            script.append("echo %1$s | socat -t 1 - '%1$s:%2$s:%3$d%4$s' 2>/dev/null &\n"
                    .formatted(probe, address, port, probe.asking));
        }
        String answers = from.attempt(as(user, "bash", "-c", script + "wait")).words();
        return answers.lines().map(Probe::valueOf).sorted().toList();
    }

    private static List<String> as(String user, String... command) {
        List<String> whole = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--clear-groups", "--"));
        whole.addAll(List.of(command));
        return whole;
    }
}
