package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user of a seed box can reach, and who can reach it, as the rules are made from its settings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SeedBoxConfinementSystemTest {

    private static final String CONFINED = "torrent";
    private static final String OTHER = "nobody";
    private static final int BOX = 20;
    private static final int NEIGHBOUR = 30;
    private static final int STRANGER = 40;
    private static final int TRACKER = 41;
    /** Of the box for peers, and any other one. */
    private static final int PEERS = 6881;

    private static final int ANY = 7001;
    private static final int DNS = 53;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private NetworkLab lab;
    private Host box;
    private Host neighbour;
    private Host stranger;

    @BeforeAll
    void everybodyAnswers() throws Exception {
        lab = NetworkLab.build(bench);
        box = lab.host("box", lab.campus(), BOX);
        neighbour = lab.host("neighbour", lab.campus(), NEIGHBOUR);
        stranger = lab.host("stranger", lab.outside(), STRANGER);
        Host tracker = lab.host("tracker", lab.outside(), TRACKER);
        install("nft", "campus");
        for (Probe probe : Probe.values()) {
            probe.answer(neighbour, OTHER, ANY);
            probe.answer(stranger, OTHER, ANY);
            probe.answer(stranger, "root", DNS);
            probe.answer(tracker, OTHER, ANY);
            probe.answer(tracker, "root", DNS);
            probe.answer(box, CONFINED, PEERS);
            probe.answer(box, CONFINED, ANY + 1);
            probe.answer(box, OTHER, ANY);
        }
    }

    private void install(String firewall, String policy) throws Exception {
        SeedBox installed = SeedBox.install(
                box,
                Map.of(
                        "mirror",
                        "rsync://" + lab.campus().ipv4(NEIGHBOUR),
                        "tracker",
                        "http://" + lab.outside().ipv4(TRACKER) + ':' + ANY + "/announce",
                        "campus",
                        lab.campus().networks(),
                        "ports",
                        PEERS + "-" + (PEERS + 8),
                        "resolvers",
                        lab.outside().ipv6(TRACKER),
                        "policy",
                        policy,
                        "firewall",
                        firewall));
        box.sh("if [ -x /usr/local/lib/seedbox/rules ]; then /usr/local/lib/seedbox/rules unload; fi");
        installed.confine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "iptables"})
    @DisplayName("a confined user reaches nobody outside and is reached by nobody there")
    void confinedBothWays(String firewall) throws Exception {
        install(firewall, "campus");

        assertThat(Probe.ways(box, CONFINED, lab.outside(), STRANGER, ANY)).isEmpty();
        assertThat(Probe.ways(box, CONFINED, lab.outside(), STRANGER, DNS)).isEmpty();
        assertThat(Probe.ways(stranger, OTHER, lab.campus(), BOX, PEERS)).isEmpty();
        assertThat(Probe.ways(stranger, OTHER, lab.campus(), BOX, ANY + 1)).isEmpty();
        assertThat(Probe.ways(box, CONFINED, lab.campus(), NEIGHBOUR, ANY)).containsExactly(Probe.values());
        assertThat(Probe.ways(neighbour, OTHER, lab.campus(), BOX, PEERS)).containsExactly(Probe.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "iptables"})
    @DisplayName("other users of the box reach the outside and are reached from there")
    void othersAreFree(String firewall) throws Exception {
        install(firewall, "campus");

        assertThat(Probe.ways(box, OTHER, lab.outside(), STRANGER, ANY)).containsExactly(Probe.values());
        assertThat(Probe.ways(stranger, OTHER, lab.campus(), BOX, ANY)).containsExactly(Probe.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "iptables"})
    @DisplayName("of a tracker and a name server outside, a confined user reaches what they are named for and no more")
    void trackerAndNameServer(String firewall) throws Exception {
        install(firewall, "campus");

        assertThat(Probe.ways(box, CONFINED, lab.outside(), TRACKER, ANY)).containsExactly(Probe.TCP4);
        assertThat(Probe.ways(box, CONFINED, lab.outside(), TRACKER, DNS)).containsExactly(Probe.TCP6, Probe.UDP6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "iptables"})
    @DisplayName("under the rule of 2009 the user opens nothing to the outside, but is reached from there")
    void campus2009(String firewall) throws Exception {
        install(firewall, "campus-2009");

        assertThat(Probe.ways(box, CONFINED, lab.outside(), STRANGER, ANY)).isEmpty();
        assertThat(Probe.ways(stranger, OTHER, lab.campus(), BOX, PEERS)).containsExactly(Probe.values());
        assertThat(Probe.ways(box, CONFINED, lab.campus(), NEIGHBOUR, ANY)).containsExactly(Probe.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "iptables"})
    @DisplayName("an origin box reaches everybody and is reached by everybody")
    void origin(String firewall) throws Exception {
        install(firewall, "origin");

        assertThat(Probe.ways(box, CONFINED, lab.outside(), STRANGER, ANY)).containsExactly(Probe.values());
        assertThat(Probe.ways(stranger, OTHER, lab.campus(), BOX, PEERS)).containsExactly(Probe.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "iptables"})
    @DisplayName("rtorrent is not started while the rules are missing, whoever took them away")
    void nothingWithoutRules(String firewall) throws Exception {
        install(firewall, "campus");
        box.sh("nft flush ruleset");

        Host.Outcome start = Unit.of(box, "seedbox.service").prepare();

        assertThat(start.code()).isNotZero();
        assertThat(start.words()).contains("the rules that confine torrent are not loaded");
    }

    @Test
    @DisplayName("settings that make no rules leave the rules as they were")
    void badSettingsChangeNothing() throws Exception {
        install("nft", "campus");
        String before = box.run("nft", "list", "ruleset");
        box.sh("sed -i 's|^campus = .*|campus = 0.0.0.0/0|' /etc/seedbox/seedbox.conf");

        Host.Outcome load = box.attempt("seedbox rules load");

        assertThat(load.words()).contains("campus has '0.0.0.0/0': expected networks");
        assertThat(load.code()).isNotZero();
        assertThat(box.run("nft", "list", "ruleset")).isEqualTo(before);
    }
}
