package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code conf/install.sh} on a Debian that has nothing yet, and what it installs, run by a real systemd. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BareDebianInstallation {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String INSTALL = "/seedbed/conf/install.sh";
    private static final String SITE = "http://mirror.campus.example";
    /** All that an installation writes, with owners, modes and times. */
    private static final String WRITTEN = "find /etc /usr/local /srv /var/lib/seedbed/publish /etc/systemd"
            + " ! -type d -printf '%p %m %u:%g %T@\\n' | sort";

    private static final String PUSH = "runuser -u author -- env HOME=/home/author LC_ALL=C.UTF-8 bash -ec '"
            + "cd; git clone --quiet /srv/git/mirror.git clone; cd clone; echo \"# News\" >news.txt; git add news.txt; "
            + "git -c user.name=Author -c user.email=a@example.org commit --quiet --message=News; git push 2>&1'";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private BareDebian debian;

    @BeforeAll
    void installInOneCommand() throws Exception {
        debian = bench.add(BareDebian.make(bench.directory("debian")));
        assertThat(debian.runOffline(INSTALL, "--url", SITE, "--title", "Campus mirror", "--campus", "192.0.2.0/24"))
                .contains("published: 4 torrents", "systemd does not run here");
        debian.boot();
        debian.sh("echo 127.0.0.1 mirror.campus.example >>/etc/hosts");
        debian.run(INSTALL);
        awaitReady();
    }

    private void awaitReady() throws Exception {
        Eventually.within(
                PATIENCE, () -> debian.run("curl", "--silent", "--fail", "--max-time", "5", SITE + "/readyz"));
    }

    private String get(String path) throws Exception {
        return debian.run("curl", "--silent", "--show-error", "--fail", SITE + path);
    }

    @Test
    @DisplayName("the sample catalogue is published, and seed boxes can pull its torrents")
    void published() throws Exception {
        assertThat(get("/catalogue.json")).contains("\"title\":\"Campus mirror\"", "info_hash");
        assertThat(debian.run("rsync", "rsync://localhost/rsync/")).contains(".torrent");
    }

    @Test
    @DisplayName("systemd finds nothing wrong with the units, and what it starts is well")
    void unitsAreWell() throws Exception {
        assertThat(debian.sh("systemd-analyze verify /etc/systemd/system/seedbed*"))
                .isEmpty();
        assertThat(debian.run("systemctl", "--failed", "--no-legend")).isEmpty();
        debian.run("systemctl", "start", "seedbed-health.service");
        assertThat(debian.run("systemd-analyze", "security", "--no-pager", "--threshold=30", "seedbed.service"))
                .contains("OK");
    }

    @Test
    @DisplayName("a second run changes nothing and restarts nothing")
    void idempotent() throws Exception {
        String before = debian.sh(WRITTEN + "; systemctl show --property=MainPID seedbed lighttpd rsync");

        debian.run(INSTALL);

        assertThat(debian.sh(WRITTEN + "; systemctl show --property=MainPID seedbed lighttpd rsync"))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("passwords and tokens are readable for those alone who need them")
    void secrets() throws Exception {
        assertThat(debian.sh("stat --format='%n %a %U:%G' /etc/seedbed/seedbed.properties /etc/seedbed/push-token"
                        + " /var/lib/seedbed/admin-token /run/seedbed"))
                .contains(
                        "seedbed.properties 640 root:seedbed",
                        "push-token 640 root:seedbed-authors",
                        "admin-token 600 seedbed:seedbed",
                        "/run/seedbed 710 seedbed:www-data");
    }

    @Test
    @DisplayName("an author's push is published")
    void push() throws Exception {
        debian.sh("useradd --create-home --groups seedbed-authors author");

        assertThat(debian.sh(PUSH)).contains("published");
        assertThat(get("/news.html")).contains("News");
    }

    @Test
    @DisplayName("a mirror that hangs is found by its health check and started anew")
    void hangingMirrorIsRestarted() throws Exception {
        String hanging = mainProcess();
        debian.sh("kill -STOP " + hanging);

        assertThat(debian.attempt("systemctl", "start", "seedbed-health.service")
                        .code())
                .isNotZero();

        // On its way out the old one answers whoever still waits for it.
        Eventually.within(PATIENCE, () -> assertThat(mainProcess()).isNotIn(hanging, "0"));
        awaitReady();
    }

    private String mainProcess() throws Exception {
        return debian.run("systemctl", "show", "--property=MainPID", "--value", "seedbed")
                .strip();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("uninstalled it keeps settings, database and content; purged it leaves nothing")
    void uninstall() throws Exception {
        debian.run(INSTALL, "--uninstall");
        debian.sh("ls /etc/seedbed/seedbed.properties /var/lib/seedbed/admin-token /srv/git/mirror.git/HEAD");

        debian.run(INSTALL, "--uninstall", "--purge");

        assertThat(debian.sh("find / -xdev -path /seedbed -prune -o -name '*seedbed*' -print; "
                        + "runuser -u postgres -- psql -Atc 'SELECT datname FROM pg_database' | grep seedbed || true"))
                .isEmpty();
        debian.run(INSTALL, "--url", SITE);
        awaitReady();
    }
}
