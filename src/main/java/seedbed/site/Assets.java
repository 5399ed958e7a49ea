package seedbed.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all pages share: looks, scripts and the emblem. */
final class Assets {

    private static final String DIRECTORY = "_seedbed/";
    private static final List<String> NAMES =
            List.of("catalogue.js", "colours.css", "savings.js", "seedbed.css", "seedbed.js", "seedbed.svg");

    private Assets() {}

    /** Puts ours, those that the theme has instead, and those that it has in addition. */
    static void putInto(OutputSink outputs, Theme theme) throws IOException {
        Map<String, byte[]> assets = new TreeMap<>();
        for (String name : NAMES) {
            assets.put(name, ours(name));
        }
        assets.putAll(theme.assets());
        for (Map.Entry<String, byte[]> asset : assets.entrySet()) {
            outputs.put(DIRECTORY + asset.getKey(), asset.getValue());
        }
    }

    private static byte[] ours(String name) throws IOException {
        try (InputStream asset = Assets.class.getResourceAsStream("assets/" + name)) {
            if (asset == null) {
                throw new FileNotFoundException("the asset " + name + " is missing in this build");
            }
            return asset.readAllBytes();
        }
    }
}
