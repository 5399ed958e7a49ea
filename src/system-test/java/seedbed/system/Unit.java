package seedbed.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A systemd unit as it is installed on a host, run without systemd: the commands of its file, as its user. What it says
 * of confinement by systemd itself is left out.
 */
final class Unit {

    private final Host host;
    private final String name;
    private final List<String> lines;

    private Unit(Host host, String name, List<String> lines) {
        this.host = host;
        this.name = name;
        this.lines = lines;
    }

    static Unit of(Host host, String name) throws Exception {
        String text = host.run("cat", "/etc/systemd/system/" + name);
        return new Unit(host, name, text.lines().toList());
    }

    /** Does what comes before the start; what went wrong first, if anything did. */
    Host.Outcome prepare() throws Exception {
        for (String directory : values("RuntimeDirectory")) {
            host.run("install", "-d", "-m", "750", "-o", value("User"), "-g", value("User"), "/run/" + directory);
        }
        for (String command : values("ExecStartPre")) {
            Host.Outcome outcome = host.attempt(words(command));
            if (outcome.code() != 0) {
                return outcome;
            }
        }
        return new Host.Outcome(0, "");
    }

    /** Starts a service that stays, after all that comes before. */
    Program start() throws Exception {
        prepare().mustSucceed("what comes before " + name);
        return host.start(name, words(value("ExecStart")));
    }

    /** Runs a service that does one thing and ends. */
    Host.Outcome runToItsEnd() throws Exception {
        Host.Outcome before = prepare();
        return before.code() == 0 ? host.attempt(words(value("ExecStart"))) : before;
    }

    /** Stops what was started, in its own way. */
    void stop(Program started) throws Exception {
        started.signalWithin(value("KillSignal").replace("SIG", ""));
        started.exitCode(Duration.ofSeconds(60));
    }

    /** A command with a plus runs as root whatever the user of the unit is. */
    private List<String> words(String command) throws IOException {
        boolean root = command.startsWith("+") || values("User").isEmpty();
        List<String> words = new ArrayList<>();
        if (!root) {
            words.addAll(
                    List.of("setpriv", "--reuid=" + value("User"), "--regid=" + value("Group"), "--init-groups", "--"));
        }
        words.addAll(List.of(command.replaceFirst("^\\+", "").split(" ")));
        return words;
    }

    private String value(String key) throws IOException {
        return values(key).stream().findFirst().orElseThrow(() -> new IOException(name + " has no " + key));
    }

    private List<String> values(String key) {
        String start = key + '=';
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
