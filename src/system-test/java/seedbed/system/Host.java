package seedbed.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A machine of its own within this one: its network, its processes and what it changes below /etc, /var, /usr/local,
 * /srv and /run are seen by nobody else. It has no name that another run could meet. Its processes end with it, and it
 * ends with this JVM, whatever that one dies of.
 */
final class Host implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Runs as the first process of the host; what it reads ends when the JVM does, and all other processes with it. */
    private static final String FIRST_PROCESS = """
            set -e
            mount -t tmpfs -o mode=755 none /mnt
            for part in etc var usr/local srv; do
              mkdir -p "/mnt/$part/changes" "/mnt/$part/work"
              chmod --reference="/$part" "/mnt/$part/changes"
              mount -t overlay -o "lowerdir=/$part,upperdir=/mnt/$part/changes,workdir=/mnt/$part/work" none "/$part"
            done
            mount -t tmpfs -o mode=755 none /run
            # No name server can be reached from here, and nobody should wait for one: names are those of /etc/hosts.
            rm -f /etc/resolv.conf
            echo 'nameserver 127.0.0.1' >/etc/resolv.conf
            hostname "$1"
            # No address here is another's. While a router looks for one it asks for no neighbour, and loses what comes.
            for devices in all default; do echo 0 >"/proc/sys/net/ipv6/conf/$devices/accept_dad"; done
            ip link set lo up
            echo ready
            exec cat
            """;

    private final String name;
    private final Path directory;
    private final Process first;
    private final AtomicInteger commands = new AtomicInteger();

    private Host(String name, Path directory, Process first) {
        this.name = name;
        this.directory = directory;
        this.first = first;
    }

    /** @param directory for its logs; created anew */
    static Host start(String name, Path directory) throws IOException {
        Files.createDirectory(directory);
        Process first = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--uts",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount-proc",
                        "sh",
                        "-c",
                        FIRST_PROCESS,
                        "first",
                        name)
                .redirectError(directory.resolve("first.log").toFile())
                .start();
        Host host = new Host(name, directory, first);
        BufferedReader said = first.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(said.readLine())) {
            host.close();
            throw new IOException("no host " + name + ": " + Files.readString(directory.resolve("first.log")));
        }
        return host;
    }

    String name() {
        return name;
    }

    /** The command that runs the given one here, as root. Its directory is the root, so paths are absolute. */
    List<String> command(List<String> command) {
        String spaces = "/proc/" + first.pid() + "/ns/";
        List<String> whole = new ArrayList<>(List.of(
                "nsenter",
                "--net=" + spaces + "net",
                "--uts=" + spaces + "uts",
                "--mount=" + spaces + "mnt",
                "--pid=" + spaces + "pid_for_children",
                "--"));
        whole.addAll(command);
        return whole;
    }

    /** Lays a cable between two hosts, and names its ends as the hosts see them. */
    static void link(Host one, String device, Host other, String otherDevice) throws Exception {
        // In the first one's network, but among this machine's processes: there the other host has a number.
        List<String> command = List.of(
                "nsenter",
                "--net=/proc/" + one.first.pid() + "/ns/net",
                "--",
                "ip",
                "link",
                "add",
                device,
                "type",
                "veth",
                "peer",
                "name",
                otherDevice,
                "netns",
                Long.toString(other.first.pid()));
        Program.output("cable-" + device, one.directory, command);
    }

    /** Starts a program, with a log of its own. */
    Program start(String program, List<String> command) throws IOException {
        return Program.start(program, Files.createTempDirectory(directory, program + '-'), command(command));
    }

    /** Runs a command to its end, whatever that is. */
    Outcome attempt(List<String> command) throws Exception {
        Program program =
                Program.run(String.format("%03d", commands.incrementAndGet()), directory, command(command), PATIENCE);
        return new Outcome(program.exitCode(Duration.ZERO), program.output());
    }

    /** Runs a shell script to its end, whatever that is. */
    Outcome attempt(String script) throws Exception {
        return attempt(List.of("bash", "-c", script));
    }

    /** Runs a command that must succeed, and tells what it said. */
    String run(String... command) throws Exception {
        return attempt(List.of(command)).mustSucceed(String.join(" ", command));
    }

    /** Runs a shell script that must succeed, and tells what it said. */
    String sh(String script) throws Exception {
        return attempt(script).mustSucceed(script);
    }

    /** Writes a file of this host. */
    void write(String path, String text) throws Exception {
        Path copy = Files.writeString(Files.createTempFile(directory, "file", ""), text);
        run("install", "-D", "-m", "644", copy.toString(), path);
    }

    @Override
    public void close() throws IOException {
        first.getOutputStream().close();
        try {
            if (!first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                first.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            first.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What came of a command.
     *
     * @param words of both its outputs
     */
    record Outcome(int code, String words) {

        String mustSucceed(String command) throws IOException {
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + words);
            }
            return words;
        }
    }
}
