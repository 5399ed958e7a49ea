package seedbed.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * A Debian in a directory of its own with nothing in it but what every Debian has. The repository is at /seedbed. It gets
 * its packages from where this machine does; once booted, with systemd, it has no network but its loopback.
 */
final class BareDebian implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String NAME = "mirror";

    private final Path directory;
    private final Path root;
    private final AtomicInteger commands = new AtomicInteger();
    private @Nullable Program machine;

    private BareDebian(Path directory, Path root) {
        this.directory = directory;
        this.root = root;
    }

    static BareDebian make(Path directory) throws Exception {
        BareDebian made = new BareDebian(directory, directory.resolve("root"));
        made.here("bash", "-c", """
                set -e
                . /etc/os-release
                site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' "Codename: $VERSION_CODENAME" | head -1)
                debootstrap --variant=minbase --include=systemd-sysv,dbus "$VERSION_CODENAME" "$1" "$site"
                cp --recursive /etc/apt/apt.conf.d /etc/apt/sources.list.d "$1/etc/apt/"
                [ ! -e /etc/apt/sources.list ] || cp /etc/apt/sources.list "$1/etc/apt/"
                """, "make", made.root.toString());
        return made;
    }

    private String here(String... command) throws Exception {
        return finished(List.of(command)).mustSucceed(String.join(" ", command));
    }

    private Host.Outcome finished(List<String> command) throws Exception {
        Program program = Program.run(String.format("%03d", commands.incrementAndGet()), directory, command, PATIENCE);
        return new Host.Outcome(program.exitCode(Duration.ZERO), program.output());
    }

    /** Runs a command in it while it is not booted, with the network of this machine. */
    String runOffline(String... command) throws Exception {
        List<String> whole = new ArrayList<>(nspawn("--resolv-conf=copy-host", "--as-pid2", "--chdir=/"));
        whole.addAll(List.of(command));
        return finished(whole).mustSucceed(String.join(" ", command));
    }

    private List<String> nspawn(String... options) {
        List<String> whole = new ArrayList<>(List.of(
                "systemd-nspawn",
                "--quiet",
                "--register=no",
                "--keep-unit",
                "--console=pipe",
                "--hostname=" + NAME,
                "--directory=" + root,
                "--bind-ro=" + Path.of("").toAbsolutePath() + ":/seedbed"));
        whole.addAll(List.of(options));
        return whole;
    }

    /** Boots it, and waits until all that it starts has been started. */
    void boot() throws Exception {
        Program started = Program.start("boot", directory, nspawn("--private-network", "--boot"));
        machine = started;
        Eventually.within(Duration.ofMinutes(2), () -> {
            started.mustRun();
            run("systemctl", "is-system-running");
        });
    }

    /** Runs a command that must succeed in the booted machine, as root, and tells what it said. */
    String run(String... command) throws Exception {
        return attempt(command).mustSucceed(String.join(" ", command));
    }

    String sh(String script) throws Exception {
        return run("bash", "-c", script);
    }

    /** Runs a command in the booted machine to its end, whatever that is. */
    Host.Outcome attempt(String... command) throws Exception {
        List<String> whole = new ArrayList<>(
                List.of("nsenter", "--target=" + firstProcess(), "--all", "--", "env", "--chdir=/", "LC_ALL=C.UTF-8"));
        whole.addAll(List.of(command));
        return finished(whole);
    }

    private long firstProcess() throws IOException {
        if (machine == null) {
            throw new IOException("it is not booted");
        }
        return machine.firstChild();
    }

    @Override
    public void close() throws IOException {
        if (machine != null) {
            machine.close();
        }
        if (Files.exists(root)) {
            FileUtils.deleteDirectory(root.toFile());
        }
    }
}
