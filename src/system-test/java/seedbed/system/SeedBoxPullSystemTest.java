package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a pull adds, and above all what it does not remove, whatever the mirror does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SeedBoxPullSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WATCHED = "ls -A /var/lib/seedbox/watch | wc -l";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Host host;
    private SeedBox box;

    /** Box and mirror are one host here, which has no network but its own. */
    @BeforeAll
    void installTheBox() throws Exception {
        host = bench.add(Host.start("box", bench.path("box")));
        host.write("/etc/rsyncd.conf", """
                use chroot = yes
                uid = nobody
                gid = nogroup
                [rsync]
                path = /srv/export
                """);
        host.sh("mkdir /srv/export");
        Program rsync = host.start("rsyncd", List.of("rsync", "--daemon", "--no-detach", "--log-file=/dev/stdout"));
        Eventually.within(PATIENCE, () -> {
            rsync.mustRun();
            host.run("rsync", "rsync://127.0.0.1/");
        });
        box = SeedBox.install(
                host,
                Map.of(
                        "mirror", "rsync://127.0.0.1",
                        "tracker", "http://127.0.0.1/announce",
                        "campus", "192.0.2.0/24",
                        "max-removals", "3",
                        "grace", "2s"));
    }

    /** Ten torrents, and the data of two of them. */
    @BeforeEach
    void pullTen() throws Exception {
        host.sh("""
                rm -rf /srv/export /srv/seedbox/* /var/lib/seedbox/{watch,gone}/* /var/lib/seedbox/pulled
                mkdir /srv/export
                for i in {0..9}; do echo "torrent $i" >"/srv/export/$(printf '%040x' $i).torrent"; done
                setpriv --reuid=torrent --clear-groups mkdir /srv/seedbox/{0000000000000000000000000000000000000000,other}
                setpriv --reuid=torrent --clear-groups ln -s other /srv/seedbox/000000000000000000000000000000000000000A
                """);
        assertThat(box.pull().words()).contains("10 torrents exported, 0 removed");
        assertThat(host.sh(WATCHED)).isEqualTo("10\n");
    }

    @Test
    @DisplayName("what the mirror adds is added, and what it removes is removed")
    void addsAndRemoves() throws Exception {
        host.sh("cd /srv/export && rm *0.torrent && echo new >$(printf '%040x' 10).torrent");

        assertThat(box.pull().words()).contains("10 torrents exported, 1 removed");

        assertThat(host.sh("ls /srv/export")).isEqualTo(host.sh("ls /var/lib/seedbox/watch"));
    }

    @Test
    @DisplayName("an empty export removes nothing")
    void emptyExport() throws Exception {
        host.sh("rm /srv/export/*");

        mustRemoveNothing("rsync://127.0.0.1/rsync/ is empty; nothing was changed");
    }

    @Test
    @DisplayName("a missing export removes nothing")
    void missingExport() throws Exception {
        host.sh("rm -r /srv/export");

        mustRemoveNothing("rsync://127.0.0.1/rsync/ cannot be listed; nothing was changed");
    }

    @Test
    @DisplayName("an export of which a file cannot be read removes nothing")
    void halfReadableExport() throws Exception {
        host.sh("cd /srv/export && rm *0.torrent && echo new >$(printf '%040x' 10).torrent && chmod 0 *a.torrent");

        mustRemoveNothing("rsync://127.0.0.1/rsync/ was not read to its end; nothing was removed");
    }

    @Test
    @DisplayName("half an export removes nothing, until the operator says that it is meant")
    void halfExport() throws Exception {
        host.sh("rm /srv/export/*{0..4}.torrent");

        mustRemoveNothing("lacks 5 torrents that are here, more than max-removals (3); none was removed");

        assertThat(host.sh("seedbox pull --max-removals 5")).contains("5 torrents exported, 5 removed");
        assertThat(host.sh(WATCHED)).isEqualTo("5\n");
    }

    /** Nor does it pass for a success that monitoring would be content with. */
    private void mustRemoveNothing(String complaint) throws Exception {
        host.sh("rm /var/lib/seedbox/pulled");

        Host.Outcome pull = box.pull();

        assertThat(pull.words()).contains(complaint);
        assertThat(pull.code()).isNotZero();
        assertThat(host.sh("ls /var/lib/seedbox/watch/*{0..9}.torrent | wc -l")).isEqualTo("10\n");
        assertThat(host.attempt("ls /var/lib/seedbox/pulled").code()).isNotZero();
    }

    @Test
    @DisplayName("what is no torrent is not pulled")
    void onlyTorrents() throws Exception {
        host.sh(
                "cd /srv/export && echo x >readme && mkdir sub && echo x >sub/x.torrent && ln -s /etc/passwd l.torrent");

        assertThat(box.pull().code()).isZero();

        assertThat(host.sh(WATCHED)).isEqualTo("10\n");
    }

    @Test
    @DisplayName("the data of a removed torrent goes after the grace, and nothing else ever does")
    void graceOfData() throws Exception {
        host.sh("rm /srv/export/*0.torrent");

        assertThat(box.pull().code()).isZero();
        assertThat(host.sh("ls /srv/seedbox | wc -l")).isEqualTo("3\n");
        Eventually.within(PATIENCE, () -> {
            box.pull();
            assertThat(host.sh("ls /srv/seedbox")).isEqualTo("000000000000000000000000000000000000000A\nother\n");
        });
    }

    @Test
    @DisplayName("a torrent that comes back within the grace keeps its data")
    void comesBack() throws Exception {
        host.sh("mv /srv/export/*0.torrent /srv/");
        box.pull();
        host.sh("mv /srv/*0.torrent /srv/export/");
        box.pull();

        assertThat(host.sh("ls /var/lib/seedbox/gone")).isEmpty();
        assertThat(host.sh("ls -d /srv/seedbox/0000000000000000000000000000000000000000"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("while one pull is at work, another one steps back")
    void oneAtATime() throws Exception {
        Host.Outcome second = host.attempt("flock /var/lib/seedbox/pull.lock seedbox pull");

        assertThat(second.words()).contains("another pull is at work");
        assertThat(second.code()).isNotZero();
    }
}
