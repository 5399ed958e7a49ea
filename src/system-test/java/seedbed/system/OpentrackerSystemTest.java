package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same requests to Debian's opentracker and to this tracker. Where the answers differ is written down, with what
 * each says and why we say something else; everywhere else they are the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OpentrackerSystemTest {

    @RegisterExtension
    final Workbench bench = new Workbench();

    private RunningMirror mirror;
    private Opentracker opentracker;

    @BeforeAll
    void startBoth() throws Exception {
        Path content = bench.directory("content");
        mirror = RunningMirror.start(bench, Map.of("content.dir", content.toString()));
        List<String> hashes = cases().map(TrackerCase::listedHash).toList();
        for (String hash : hashes) {
            mirror.list(hash);
        }
        opentracker = bench.add(Opentracker.start(bench.directory("opentracker"), hashes));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("differs where it is written down, and nowhere else")
    void differsAsWrittenDown(TrackerCase asked) throws Exception {
        SaidByTracker theirs = asked.ask(opentracker.http());
        SaidByTracker ours = asked.ask(mirror.front());

        assertThat(theirs.differencesTo(ours)).isEqualTo(asked.differences());
    }

    static Stream<TrackerCase> cases() {
        return Stream.of(peerLists(), countsOfDownloads(), goodbyes(), events(), numbers(), refusals(), scrapes())
                .flatMap(cases -> cases);
    }

    private static Stream<TrackerCase> peerLists() {
        return Stream.of(
                TrackerCase.of("the first leecher").ask(1, "left=9"),
                TrackerCase.of("a leecher among seeds and leechers")
                        .ask(1, "left=0")
                        .ask(2, "left=9")
                        .ask(3, "left=9"),
                TrackerCase.of("a seed among leechers").ask(1, "left=9").ask(2, "left=0"),
                TrackerCase.of("a seed among seeds")
                        .ask(1, "left=0")
                        .ask(2, "left=0")
                        .differs("peers", "1", "", "a seed can do nothing for a seed"),
                TrackerCase.of("no peers wanted").ask(1, "left=0").ask(2, "left=9&numwant=0"),
                TrackerCase.of("a negative number of peers wanted")
                        .ask(1, "left=0")
                        .ask(2, "left=9&numwant=-1"),
                TrackerCase.of("no number of peers wanted")
                        .ask(1, "left=0")
                        .ask(2, "left=9&numwant=x")
                        .refusedByThem("clients that err in what matters little are served"),
                TrackerCase.of("compact not said").ask(1, "left=0").ask(2, "left=9&compact"),
                TrackerCase.of("dictionaries wanted")
                        .ask(1, "left=0")
                        .ask(2, "left=9&compact=0")
                        .refusedByThem("the form of BEP 3 is still asked for, and costs little"),
                TrackerCase.of("an address of the client's own choice")
                        .ask(1, "left=9&ip=192.0.2.1")
                        .ask(2, "left=9"));
    }

    private static Stream<TrackerCase> countsOfDownloads() {
        return Stream.of(
                TrackerCase.of("a leecher that completes").ask(1, "left=9").ask(1, "left=0&event=completed"),
                TrackerCase.of("a leecher that completes twice")
                        .ask(1, "left=9")
                        .ask(1, "left=0&event=completed")
                        .ask(1, "left=0&event=completed"),
                TrackerCase.of("a leecher that completes with something left")
                        .ask(1, "left=9")
                        .ask(1, "left=9&event=completed"),
                TrackerCase.of("a stranger that completes")
                        .ask(1, "left=0&event=completed")
                        .differs("downloaded", "1", "0", "only who was seen downloading has downloaded here"),
                TrackerCase.of("a seed that completes")
                        .ask(1, "left=0")
                        .ask(1, "left=0&event=completed")
                        .differs("downloaded", "1", "0", "only who was seen downloading has downloaded here"));
    }

    private static Stream<TrackerCase> goodbyes() {
        String why = "Transmission only keeps the counts of an answer with all three of them";
        return Stream.of(
                TrackerCase.of("a goodbye")
                        .ask(1, "left=0")
                        .ask(2, "left=9")
                        .ask(2, "left=9&event=stopped")
                        .differs("downloaded", "none", "0", why),
                TrackerCase.of("a goodbye of a stranger")
                        .ask(1, "left=9&event=stopped")
                        .differs("downloaded", "none", "0", why),
                TrackerCase.of("a goodbye without a port")
                        .ask(1, "left=9&port=0&event=stopped")
                        .differs("downloaded", "none", "0", why),
                TrackerCase.of("a goodbye for a torrent that is not listed")
                        .ask(1, "info_hash=not%20listed%20any%20where&left=9&event=stopped")
                        .differs("downloaded", "none", "0", why),
                TrackerCase.of("a goodbye of another client at the same address and port")
                        .ask(1, "left=9&key=a")
                        .ask(1, "left=9&key=b&peer_id=-XX0001-another-one-&event=stopped")
                        .differs("downloaded", "none", "0", why)
                        .differs("incomplete", "0", "1", "nobody can remove another client"));
    }

    private static Stream<TrackerCase> events() {
        return Stream.of(
                TrackerCase.of("an unknown event").ask(1, "left=9&event=bogus"),
                TrackerCase.of("an empty event").ask(1, "left=9&event="),
                TrackerCase.of("a goodbye in capitals")
                        .ask(1, "left=0")
                        .ask(2, "left=9&event=STOPPED")
                        .differs("incomplete", "1", "0", "the case of an event does not matter")
                        .differs("peers", "1", "", "the case of an event does not matter"),
                TrackerCase.of("a partial seed")
                        .ask(1, "left=0")
                        .ask(2, "left=9&event=paused")
                        .differs("peers", "1", "", "BEP 21: it wants nothing of a seed"),
                TrackerCase.of("a client that restarts at its address")
                        .ask(1, "left=9&key=a")
                        .ask(1, "left=9&key=b&peer_id=-XX0001-another-one-"),
                TrackerCase.of("a client that comes back at another port")
                        .ask(1, "left=9&key=a")
                        .ask(1, "left=9&key=a&port=7777")
                        .differs("incomplete", "2", "1", "id and key prove that it is the same client, not a second"));
    }

    private static Stream<TrackerCase> numbers() {
        return Stream.of(
                TrackerCase.of("a negative rest").ask(1, "left=-5"),
                TrackerCase.of("a rest beyond 64 bits").ask(1, "left=99999999999999999999999"),
                TrackerCase.of("no rest at all").ask(1, "left"),
                TrackerCase.of("leading zeros").ask(1, "left=00&port=06881"),
                TrackerCase.of("a rest that is no number")
                        .ask(1, "left=x")
                        .differs("complete", "1", "0", "who does not say that it has all is no seed")
                        .differs("incomplete", "0", "1", "who does not say that it has all is no seed"),
                TrackerCase.of("an empty rest")
                        .ask(1, "left=")
                        .refusedByThem("clients that err in what matters little are served"),
                TrackerCase.of("port 0").ask(1, "left=9&port=0").refusedByUs("nobody can connect to it"),
                TrackerCase.of("no port").ask(1, "left=9&port").refusedByUs("nobody can connect to it"),
                TrackerCase.of("a port above 65535").ask(1, "left=9&port=65536").errorByThem(400));
    }

    private static Stream<TrackerCase> refusals() {
        return Stream.of(
                TrackerCase.of("a torrent that is not listed").ask(1, "left=9&info_hash=not%20listed%20any%20where"),
                TrackerCase.of("no info_hash").ask(1, "left=9&info_hash"),
                TrackerCase.of("a short info_hash")
                        .ask(1, "left=9&info_hash=short")
                        .errorByThem(400),
                TrackerCase.of("a bad escape")
                        .ask(1, "left=9&info_hash=%zz345678901234567890")
                        .errorByThem(400),
                TrackerCase.of("two info_hashes")
                        .ask(1, "left=9&also:info_hash=01234567890123456789")
                        .errorByThem(400),
                TrackerCase.of("a long query")
                        .ask(1, "left=9&x=" + "x".repeat(9000))
                        .errorByThem(500),
                TrackerCase.of("a short peer_id").ask(1, "left=9&peer_id=short").errorByThem(400),
                TrackerCase.of("no peer_id")
                        .ask(1, "left=9&peer_id")
                        .refusedByUs("without an id nobody can prove to be the same client"));
    }

    private static Stream<TrackerCase> scrapes() {
        String everyHash = "a hash that is missing from the answer is an error to libtorrent and rtorrent";
        return Stream.of(
                TrackerCase.of("a scrape").ask(1, "left=0").ask(2, "left=9").scrape(TrackerCase.OURS),
                TrackerCase.of("a scrape of an idle torrent")
                        .scrape(TrackerCase.OURS)
                        .differs("files", "", "0/0/0", everyHash),
                TrackerCase.of("a scrape of an unlisted torrent")
                        .scrape("info_hash=not%20listed%20any%20where")
                        .differs("files", "", "0/0/0", everyHash),
                TrackerCase.of("a scrape that names a torrent twice")
                        .ask(1, "left=0")
                        .scrape(TrackerCase.OURS + "&" + TrackerCase.OURS)
                        .differs("files", "1/0/0 1/0/0", "1/0/0", "a dictionary has a key once"),
                TrackerCase.of("a scrape of a short hash")
                        .scrape("info_hash=short")
                        .errorByThem(400));
    }
}
