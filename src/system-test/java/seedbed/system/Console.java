package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/** A mirror of the sample content with some peers, and a browser in front of its console. */
record Console(RunningMirror mirror, Browser browser, Path content) {

    /** No torrent of the sample has this hash. */
    static final String UNLISTED = "0123456789abcdef0123456789abcdef01234567";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

    static Console start(Workbench bench) throws Exception {
        Path content = bench.directory("content");
        FileUtils.copyDirectory(Path.of("src/sample/content").toFile(), content.toFile());
        RunningMirror mirror = RunningMirror.start(
                bench, Map.of("content.dir", content.toString(), "campus.seedboxes", "127.0.0.7, 127.0.0.8"));
        Console console = new Console(mirror, bench.add(Browser.start(bench.directory("browser"))), content);
        console.announceSome();
        return console;
    }

    /** One seed box has everything, a student fetches something, and somebody asks for what is not ours. */
    private void announceSome() throws Exception {
        List<String> listed =
                HASH.matcher(mirror.swarms()).results().map(MatchResult::group).toList();
        for (String hash : listed) {
            announce(hash, 7, 0);
        }
        announce(listed.get(0), 3, 1000);
        announce(UNLISTED, 3, 1000);
    }

    private void announce(String hash, int from, int left) throws Exception {
        mirror.front()
                .from(from)
                .get("/announce?info_hash=" + hash.replaceAll("..", "%$0") + "&peer_id=-XX0000-00000000000" + from
                        + "&port=5000&uploaded=0&downloaded=0&left=" + left);
    }

    String address(String path) {
        return "http://127.0.0.1:" + mirror.frontServer().port() + path;
    }

    void open(String path) {
        browser.open(address(path), 1400, "light", true);
    }

    void logIn(boolean scripts) throws Exception {
        browser.open(address("/admin/login"), 1400, "light", scripts);
        browser.forgetCookies();
        browser.open(address("/admin/"), 1400, "light", scripts);
        browser.type("#_token", RunningMirror.TOKEN);
        browser.press("Log in");
        Eventually.within(
                Duration.ofSeconds(30), () -> assertThat(browser.texts("h1")).containsExactly("Overview"));
    }

    void keep(String name) throws Exception {
        browser.keepScreenshot("console-" + name);
    }
}
