package seedbed.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.commons.io.output.StringBuilderWriter;
import org.jspecify.annotations.Nullable;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Commit;
import seedbed.content.Memory;
import seedbed.protocol.InfoHash;
import seedbed.torrent.InfoHashV2;
import seedbed.torrent.MagnetLink;
import seedbed.torrent.Torrent;

/**
 * The whole catalogue for programs: {@code {"title","commit","torrents":[{"path","name","title","info_hash",
 * "info_hash_v2","size","files","torrent","page","magnet","added"}]}}. Every key is always there; what is not known or
 * does not exist is {@code null}. Sizes are in bytes, hashes in hexadecimal digits, times in ISO 8601 and UTC;
 * {@code torrent} and {@code page} are whole addresses.
 */
final class CatalogueJson {

    static final String PATH = "catalogue.json";

    private final SiteSettings settings;
    private final SiteMap map;
    private final MagnetLink magnets;
    private final JsonFactory format = new JsonFactory();
    private final Memory<Entry, String> objects;

    /** @param objects as they were written for the site with these settings */
    CatalogueJson(SiteSettings settings, SiteMap map, Memory<Entry, String> objects) {
        this.settings = settings;
        this.map = map;
        this.magnets = new MagnetLink(settings.announceUrls());
        this.objects = objects;
    }

    byte[] of(Catalogue catalogue) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = format.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("title", settings.title());
            text(json, "commit", catalogue.commit().map(Commit::id).orElse(null));
            json.writeArrayFieldStart("torrents");
            for (CatalogueTorrent torrent : catalogue.torrents()) {
                // One line each: people compare these files, and programs do not mind.
                json.writeRaw('\n');
                json.writeRawValue(objects.read(Entry.of(torrent, map), this::object));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private String object(Entry entry) throws IOException {
        StringBuilderWriter written = new StringBuilderWriter();
        try (JsonGenerator json = format.createGenerator(written)) {
            write(json, entry);
        }
        return written.toString();
    }

    private void write(JsonGenerator json, Entry entry) throws IOException {
        Torrent torrent = entry.torrent();
        json.writeStartObject();
        json.writeStringField("path", entry.path());
        json.writeStringField("name", torrent.name());
        json.writeStringField("title", entry.title());
        text(json, "info_hash", torrent.v1().map(InfoHash::hex).orElse(null));
        text(json, "info_hash_v2", torrent.v2().map(InfoHashV2::hex).orElse(null));
        json.writeNumberField("size", torrent.totalLength());
        json.writeNumberField("files", TorrentPages.files(torrent).size());
        json.writeStringField("torrent", settings.address(entry.path()));
        json.writeStringField("page", settings.address(entry.page()));
        json.writeStringField("magnet", magnets.of(torrent));
        text(json, "added", entry.added().map(Instant::toString).orElse(null));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, @Nullable String value) throws IOException {
        json.writeFieldName(key);
        json.writeString(value);
    }
}
