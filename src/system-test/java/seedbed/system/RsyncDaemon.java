package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An rsync daemon that exports the torrents of the current release, read-only. */
final class RsyncDaemon implements AutoCloseable {

    private final Path directory;
    private final int port;
    private final Program daemon;

    private RsyncDaemon(Path directory, int port, Program daemon) {
        this.directory = directory;
        this.port = port;
        this.daemon = daemon;
    }

    static RsyncDaemon start(Path directory, Path publishDir) throws Exception {
        int port = Workbench.freePort();
        Path configuration = Files.writeString(directory.resolve("rsyncd.conf"), """
                use chroot = no
                reverse lookup = no
                [torrents]
                path = %s/current/rsync
                read only = yes
                """.formatted(publishDir));
        List<String> command = List.of(
                "rsync",
                "--daemon",
                "--no-detach",
                "--address=127.0.0.1",
                "--port=" + port,
                "--log-file=/dev/stdout",
                "--config=" + configuration);
        Program daemon = Program.start("rsyncd", directory, Account.NOBODY.command(command));
        return new RsyncDaemon(directory, port, daemon);
    }

    /** Pulls what is exported now into a directory that belongs to the account, and lets go what no longer is. */
    void pull(Path into, Account account) throws Exception {
        Eventually.within(Duration.ofSeconds(20), () -> pullAtOnce(into, account));
    }

    /**
     * The same, of a daemon that is known to answer.
     *
     * @throws IOException if rsync is not entirely content
     */
    void pullAtOnce(Path into, Account account) throws Exception {
        List<String> command = List.of(
                "rsync", "--recursive", "--times", "--delete", "rsync://127.0.0.1:" + port + "/torrents/", into + "/");
        daemon.mustRun();
        Program.output("rsync", directory, account.command(command));
    }

    @Override
    public void close() {
        daemon.close();
    }
}
