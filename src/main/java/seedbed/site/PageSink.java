package seedbed.site;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where pages go: through their templates to the outputs. A page that would be what the last rendering made is not made
 * again, if the outputs still have it: filling a template takes longer than everything else about a page.
 */
final class PageSink {

    private final Templates templates;
    private final OutputSink outputs;
    private final Map<String, Known> before;
    private final Map<String, Known> now = new ConcurrentHashMap<>();

    /** @param before what the {@link #known} of the last sink was, if its templates were the same */
    PageSink(Templates templates, OutputSink outputs, Map<String, Known> before) {
        this.templates = templates;
        this.outputs = outputs;
        this.before = before;
    }

    /**
     * A page that was made.
     *
     * @param essence of what decided what it is
     * @param sha256 of its bytes
     */
    record Known(String essence, String sha256, int length) {}

    OutputSink outputs() {
        return outputs;
    }

    void put(String path, View view) throws IOException {
        put(path, view, () -> view);
    }

    /** @param essentials a record that decides what the view is: where the same were put last, it is not asked for */
    void put(String path, Object essentials, Supplier<View> view) throws IOException {
        String essence = Essence.of(essentials);
        @Nullable Known known = before.get(path);
        if (known != null && known.essence().equals(essence) && outputs.keeps(path, known.sha256(), known.length())) {
            now.put(path, known);
            return;
        }
        FileContent page = FileContent.of(templates.page(view.get()));
        outputs.put(path, page);
        now.put(path, new Known(essence, page.sha256(), page.bytes().length));
    }

    /** The pages that were put, by path. */
    Map<String, Known> known() {
        return now;
    }
}
