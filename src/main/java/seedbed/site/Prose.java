package seedbed.site;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import seedbed.content.Page;

/** How the authors' texts are read and written: CommonMark with tables, and no HTML of their own. */
final class Prose {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "magnet");

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            // What walks over a text calls itself once for each level; deeper ones stay plain text.
            .maxOpenBlockParsers(100)
            .maxInlineNesting(100)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    Writing read(Page page) {
        return Writing.of(parser.parse(page.text()));
    }

    String html(Writing writing) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new DefaultUrlSanitizer(SCHEMES))
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> writing.attributes())
                .build()
                .render(writing.document());
    }
}
