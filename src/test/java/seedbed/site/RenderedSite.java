package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueReader;
import seedbed.content.CatalogueReading;
import seedbed.content.Commit;
import seedbed.content.ContentReading;
import seedbed.content.ContentTree;
import seedbed.content.Problem;
import seedbed.content.RemovedTorrent;
import seedbed.content.SourceFile;
import seedbed.protocol.InfoHash;
import seedbed.torrent.TorrentReader;

/** A small tree in memory and the site that is made of it. */
final class RenderedSite {

    static final String URL = "https://mirror.example/pub";

    /** One for all tests: what it remembers changes no output. */
    private static final Site SITE = new Site(
            new SiteSettings("Mirror & Co", URL, List.of("https://mirror.example/announce"), Optional.empty()));

    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private final SortedMap<String, SourceFile> sources = new TreeMap<>();
    private final Map<String, byte[]> outputs = new ConcurrentSkipListMap<>();
    private final List<RemovedTorrent> removed = new ArrayList<>();
    private Optional<Commit> commit = Optional.empty();
    private List<Problem> problems = List.of();

    RenderedSite file(String path, byte[] bytes) {
        return file(SourceFile.held(path, bytes));
    }

    RenderedSite file(SourceFile file) {
        sources.put(file.path(), file);
        return this;
    }

    RenderedSite text(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A single-file torrent of that name and some content. */
    RenderedSite torrent(String path, String name) {
        return file(path, torrentOf(name));
    }

    RenderedSite torrentAdded(String path, String name, Instant added) {
        byte[] bytes = torrentOf(name);
        return file(new SourceFile(path, Optional.of(added), bytes.length, Optional.empty(), bytes::clone));
    }

    static byte[] torrentOf(String name) {
        byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
        return new SampleTorrent(name, false, new TreeMap<>(Map.of(name, content))).v1();
    }

    /** A torrent of an earlier release. */
    RenderedSite removed(RemovedTorrent torrent) {
        removed.add(torrent);
        return this;
    }

    /** Of the swarms of a torrent that was put in. */
    List<InfoHash> hashes(String path) throws IOException {
        byte[] bytes = Optional.ofNullable(sources.get(path)).orElseThrow().bytes();
        return new TorrentReader().read(bytes).torrent().orElseThrow().swarmHashes();
    }

    RenderedSite commit(String id, Instant time) {
        commit = Optional.of(new Commit(id, time));
        return this;
    }

    RenderedSite render() throws IOException {
        return render(SITE);
    }

    RenderedSite render(Site site) throws IOException {
        problems = site.render(
                catalogue(),
                (path, content) -> assertThat(outputs.put(path, content.bytes()))
                        .describedAs("an earlier %s", path)
                        .isNull());
        return this;
    }

    Catalogue catalogue() {
        CatalogueReading reading =
                new CatalogueReader().read(new ContentReading(new ContentTree(commit, sources), List.of()));
        assertThat(reading.problems()).filteredOn(Problem::isError).isEmpty();
        return reading.catalogue().remembering(removed);
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, byte[]> outputs() {
        return outputs;
    }

    byte[] bytes(String path) {
        byte[] bytes = outputs.get(path);
        if (bytes == null) {
            throw new AssertionError(path + " was not written, only " + outputs.keySet());
        }
        return bytes;
    }

    String page(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** What the page links to or loads, as it is written there. */
    List<String> references(String path) {
        return REFERENCE
                .matcher(page(path))
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(found.indexOf('"') + 1, found.length() - 1))
                .toList();
    }
}
