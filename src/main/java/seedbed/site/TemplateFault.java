package seedbed.site;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.content.Problem;

/**
 * Where FreeMarker says that a template fails, and why.
 *
 * @param template name of the template that holds the place
 */
record TemplateFault(@Nullable String template, int line, int column, String reason) {

    static TemplateFault of(Exception failure) {
        // A template that includes a malformed one fails too, but the place to mend is in the other.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException malformed) {
                return new TemplateFault(
                        malformed.getTemplateName(),
                        malformed.getLineNumber(),
                        malformed.getColumnNumber(),
                        malformed.getEditorMessage());
            }
        }
        if (failure instanceof TemplateException unfit) {
            return new TemplateFault(
                    unfit.getTemplateSourceName(),
                    orFirst(unfit.getLineNumber()),
                    orFirst(unfit.getColumnNumber()),
                    unfit.getMessageWithoutStackTop());
        }
        return new TemplateFault(null, 1, 1, String.valueOf(failure.getMessage()));
    }

    private static int orFirst(@Nullable Integer place) {
        return place == null ? 1 : place;
    }

    /** The problem at its place in the theme, or in the file of {@code started} if one of ours failed because of it. */
    Optional<Problem> in(Theme theme, String started) {
        Optional<Path> file = template == null ? Optional.empty() : theme.file(template);
        if (file.isPresent()) {
            return Optional.of(Problem.error(file.get().toString(), line, column, sentence()));
        }
        String place = "in our " + template + ", line " + line + ", which this uses: ";
        return theme.file(started).or(theme::templates).map(path -> Problem.error(path.toString(), place + sentence()));
    }

    /** The first paragraph on one line: below it FreeMarker gives advice to programmers. */
    private String sentence() {
        return reason.strip()
                .split("\\R\\s*\\R|----", 2)[0]
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }
}
