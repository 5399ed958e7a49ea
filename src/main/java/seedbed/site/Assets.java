package seedbed.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What all pages share: looks, live counts and the emblem. */
final class Assets {

    private static final String DIRECTORY = "_seedbed/";
    private static final List<String> NAMES =
            List.of("seedbed.css", "seedbed.js", "seedbed.svg", "catalogue.js", "savings.js");

    private Assets() {}

    static void putInto(OutputSink outputs) throws IOException {
        for (String name : NAMES) {
            try (InputStream asset = Assets.class.getResourceAsStream("assets/" + name)) {
                if (asset == null) {
                    throw new FileNotFoundException("the asset " + name + " is missing in this build");
                }
                outputs.put(DIRECTORY + name, asset.readAllBytes());
            }
        }
    }
}
