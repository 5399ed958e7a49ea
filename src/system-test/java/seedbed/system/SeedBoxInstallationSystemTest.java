package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code conf/seedbox/install.sh} and what it installs, on a machine that no test has touched before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SeedBoxInstallationSystemTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "mirror", "rsync://mirror.campus.example",
            "tracker", "http://mirror.campus.example/announce",
            "campus", "192.0.2.0/24, 2001:db8::/32");
    private static final String INSTALL = SeedBox.SHIPPED.resolve("install.sh").toString();
    /** Everything that an installation could change, and when and how it was changed. */
    private static final String CHANGES = "cd /mnt && find */changes ! -type d -printf '%p %T@ %m %u\\n' | sort";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private int machines;
    private Host host;

    @BeforeEach
    void newMachine() throws Exception {
        String name = "machine-" + ++machines;
        host = Host.start(name, bench.path(name));
        SeedBox.write(host, "/etc/chosen.conf", SETTINGS);
    }

    @AfterEach
    void endMachine() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("the scripts are as shellcheck wants them")
    void shellcheck() throws Exception {
        // In the root of the repository, from where the scripts name what they source.
        host.sh("cd %1$s/../.. && shellcheck --external-sources %1$s/install.sh %1$s/seedbox %1$s/lib/*"
                .formatted(SeedBox.SHIPPED));
    }

    @Test
    @DisplayName("systemd finds nothing wrong with the units, with and without the screen")
    void unitsAreValid() throws Exception {
        host.run(INSTALL, "/etc/chosen.conf");

        assertThat(host.sh("systemd-analyze verify /etc/systemd/system/seedbox*"))
                .isEmpty();

        host.run(
                "install",
                "-D",
                "--mode=644",
                SeedBox.SHIPPED.resolve("systemd/seedbox-screen.conf").toString(),
                "/etc/systemd/system/seedbox.service.d/screen.conf");
        assertThat(host.sh("systemd-analyze verify /etc/systemd/system/seedbox.service"))
                .isEmpty();
    }

    @Test
    @DisplayName("rtorrent in a detached screen answers like the daemon")
    void screen() throws Exception {
        SeedBox box = SeedBox.install(host, SETTINGS);
        box.confine();
        assertThat(box.unit().prepare().code()).isZero();
        String command = host.sh(
                "sed -n 's/^ExecStart=\\(.*-D.*\\)/\\1/p' " + SeedBox.SHIPPED.resolve("systemd/seedbox-screen.conf"));

        host.sh("install -d -m 700 -o torrent /run/seedbox/screen");
        Program screen = host.start(
                "screen",
                List.of(
                        "setpriv",
                        "--reuid=torrent",
                        "--regid=torrent",
                        "--clear-groups",
                        "env",
                        "SCREENDIR=/run/seedbox/screen",
                        "TERM=screen",
                        "sh",
                        "-c",
                        "exec " + command));

        Eventually.within(Duration.ofSeconds(20), () -> {
            screen.mustRun();
            assertThat(box.status().words()).contains("rtorrent   running");
        });
    }

    @Test
    @DisplayName("a dry run says what it would do and does nothing")
    void dryRun() throws Exception {
        String before = host.sh(CHANGES);

        String words = host.run(INSTALL, "--dry-run", "/etc/chosen.conf");

        assertThat(words).contains("would run: useradd", "would run: install -m 644 /etc/chosen.conf");
        assertThat(host.sh(CHANGES)).isEqualTo(before);
    }

    @Test
    @DisplayName("installed again it is the same, with the settings of the first time")
    void idempotent() throws Exception {
        host.run(INSTALL, "/etc/chosen.conf");
        String first = host.sh(CHANGES.replace("%T@ ", ""));

        assertThat(host.run(INSTALL)).contains("seedbox: installed");

        assertThat(host.sh(CHANGES.replace("%T@ ", ""))).isEqualTo(first);
        assertThat(host.sh("cat /etc/seedbox/seedbox.conf")).isEqualTo(host.sh("cat /etc/chosen.conf"));
    }

    @Test
    @DisplayName("uninstalled, programs, units and rules are gone, and settings and data are still there")
    void uninstall() throws Exception {
        SeedBox.install(host, SETTINGS).confine();

        host.run(INSTALL, "--uninstall");
        host.run(INSTALL, "--uninstall");

        assertThat(host.sh("nft list ruleset")).isEmpty();
        assertThat(host.sh("find /usr/local /etc/systemd -name '*seedbox*'")).isEmpty();
        assertThat(host.sh("ls -d /etc/seedbox/seedbox.conf /var/lib/seedbox/watch /srv/seedbox && id torrent"))
                .contains("torrent");
    }

    @Test
    @DisplayName("without systemd it says what has to be started")
    void withoutSystemd() throws Exception {
        assertThat(host.run(INSTALL, "/etc/chosen.conf"))
                .contains("to be started: seedbox-rules.service seedbox.service seedbox-pull.timer");
    }

    @Test
    @DisplayName("the settings as they are shipped are refused until they are filled in")
    void shippedSettings() throws Exception {
        Host.Outcome outcome = host.attempt(
                List.of(INSTALL, SeedBox.SHIPPED.resolve("seedbox.conf").toString()));

        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.words()).contains("seedbox.conf: mirror is not set: expected rsync://HOST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mirror       | http://mirror       | mirror is 'http://mirror': expected rsync://HOST",
                "tracker      | udp://mirror:80     | tracker is 'udp://mirror:80': expected announce URLs",
                "campus       | ::/0                | campus has '::/0': expected networks",
                "campus       | 192.0.2.0/33        | campus has '192.0.2.0/33': expected networks",
                "campus       | 192.0.2.256/24      | campus has '192.0.2.256/24': expected networks",
                "policy       | free                | policy is 'free': expected campus, campus-2009 or origin",
                "ports        | 80                  | ports is '80': expected a port from 1024 to 65535",
                "ports        | 7000-6000           | ports is '7000-6000': expected a port",
                "keep-free    | much                | keep-free is 'much': expected a size",
                "grace        | 0                   | grace is '0': expected a time",
                "resolvers    | dns.example         | resolvers has 'dns.example': expected addresses",
                "max-removals | -1                  | max-removals is '-1': expected a number",
                "firewall     | none                | firewall is 'none': expected nft or iptables",
                "trakcer      | http://mirror       | there is no key 'trakcer'",
            })
    @DisplayName("a bad setting is refused in one line that names it, and nothing is installed")
    void badSetting(String key, String value, String complaint) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put(key, value);
        SeedBox.write(host, "/etc/chosen.conf", settings);
        String before = host.sh(CHANGES);

        Host.Outcome outcome = host.attempt(List.of(INSTALL, "/etc/chosen.conf"));

        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.words()).startsWith("seedbox: ").contains(complaint).hasLineCount(1);
        assertThat(host.sh(CHANGES)).isEqualTo(before);
    }

    @Test
    @DisplayName("the status of a box where nothing runs says so, with the exit code for that")
    void statusOfNothing() throws Exception {
        SeedBox box = SeedBox.install(host, SETTINGS);

        Host.Outcome status = box.status();

        assertThat(status.code()).isEqualTo(2);
        assertThat(status.words()).contains("rules      MISSING", "pull       NEVER", "rtorrent   DOES NOT ANSWER");
    }
}
