package seedbed.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the whitelist; the names of the components are those of the JSON.
 *
 * @param infoHash 40 hexadecimal digits
 * @param origin {@code release} or {@code manual}
 * @param path the torrent's path in the authors' tree, empty for manual entries
 * @param name the torrent's name, empty for manual entries
 * @param note why it was made by hand; may be empty
 * @param added ISO 8601
 * @param expires ISO 8601, of a torrent that was removed and is still served for a while
 */
public record ListedTorrent(
        @JsonProperty("info_hash") String infoHash,
        String origin,
        String path,
        String name,
        String note,
        String added,
        @Nullable String expires) {}
