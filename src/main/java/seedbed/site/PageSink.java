package seedbed.site;

import java.io.IOException;

/** Where pages go: through their templates to the outputs. */
record PageSink(Templates templates, OutputSink outputs) {

    void put(String path, View view) throws IOException {
        outputs.put(path, templates.page(view));
    }
}
