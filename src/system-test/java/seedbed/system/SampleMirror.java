package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** A mirror of the sample catalogue, from which one torrent was removed after its first publication. */
record SampleMirror(RunningMirror running) {

    static final String REMOVED = "/artwork/last-years-poster.html";

    /** The last part of the loopback address of the campus' seed box. */
    static final int SEED_BOX = 66;

    static SampleMirror start(Workbench bench) throws Exception {
        Path content = bench.directory("content");
        FileUtils.copyDirectory(Path.of("src/sample/content").toFile(), content.toFile());
        Path old = content.resolve("artwork/last-years-poster.torrent");
        Payload.write(bench.directory("files"), old, "last-years-poster.png", 100_000, 5);
        RunningMirror mirror = RunningMirror.start(
                bench, Map.of("content.dir", content.toString(), "campus.seedboxes", "127.0.0." + SEED_BOX));
        Files.delete(old);
        assertThat(mirror.publish().toString()).contains("succeeded");
        return new SampleMirror(mirror);
    }

    /** Through lighttpd. */
    String front(String path) {
        return "http://127.0.0.1:" + running.frontServer().port() + path;
    }

    /** From {@code serve} itself. */
    String serve(String path) {
        return "http://127.0.0.1:" + running.process().port() + path;
    }

    Path webroot() {
        return running.publishDir().resolve("current/webroot");
    }
}
