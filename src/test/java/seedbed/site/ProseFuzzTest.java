package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import seedbed.content.Page;

/** Replays its corpus as ordinary tests; looks for new inputs where {@code JAZZER_FUZZ=1} is set. */
class ProseFuzzTest {

    /** All elements that CommonMark with tables makes. */
    private static final Pattern ELEMENTS =
            Pattern.compile("</?(?:a|blockquote|br|code|em|h[1-6]|hr|img|li|ol|p|pre|strong"
                    + "|table|tbody|td|th|thead|tr|ul)"
                    + "(?: (?:align|alt|class|href|id|src|start|tabindex|title)=\"[^\"<>]*\")* ?/?>");

    private static final Pattern HOSTILE = Pattern.compile("(?i)(?:href|src)=\"\\s*(?:javascript|vbscript|data|file):");

    // Written as in a libFuzzer dictionary: line feeds, quotes and backslashes by their escapes.
    @DictionaryEntries({
        "<script>",
        "](",
        "![",
        "javascript:",
        "&#106;",
        "`",
        "> ",
        "|-|",
        "# ",
        "\\x0A",
        "\\x22",
        "\\x5C"
    })
    @FuzzTest(maxDuration = "2m")
    void anyTextBecomesHarmlessHtml(byte[] bytes) {
        Page page = new Page("t.txt", "t.html", new String(bytes, StandardCharsets.UTF_8));
        Prose prose = new Prose();
        Writing writing = prose.read(page);
        String html = prose.html(writing);
        assertThat(ELEMENTS.matcher(html).replaceAll("")).doesNotContain("<");
        assertThat(html).doesNotContainPattern(HOSTILE);
        assertThat(writing.outline().anchors()).allMatch(anchor -> !anchor.startsWith("_"));
    }
}
