package seedbed.site;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import seedbed.content.Problem;

/** The page templates; {@code .ftlh} makes FreeMarker escape everything that is put into them. */
final class Templates {

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_33);

    private final Theme theme;

    /** Those of the theme, and ours where it has none of that name. */
    Templates(Theme theme) throws IOException {
        this.theme = theme;
        configuration.setTemplateLoader(loader(theme));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        // A template could otherwise create any object there is, which runs programs.
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        // One publication is made with one state of the templates.
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    private static TemplateLoader loader(Theme theme) throws IOException {
        TemplateLoader ours = new ClassTemplateLoader(Templates.class, "templates");
        Optional<Path> theirs = theme.templates();
        return theirs.isEmpty()
                ? ours
                : new MultiTemplateLoader(new TemplateLoader[] {
                    new FileTemplateLoader(theirs.get().toFile()), ours
                });
    }

    /** Every template of the theme that is malformed. */
    List<Problem> problems() throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String name : theme.templateNames()) {
            try {
                configuration.getTemplate(name);
            } catch (IOException unusable) {
                TemplateFault.of(unusable).in(theme, name).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /**
     * The page, in UTF-8.
     *
     * @throws BrokenTemplateException if the theme's templates cannot show the view
     * @throws IllegalStateException if ours cannot
     */
    byte[] page(View view) throws BrokenTemplateException {
        // Encoded as it is written: a text of which one character is not Latin takes twice the memory, and the time.
        ByteArrayOutputStream page = new ByteArrayOutputStream(16 * 1024);
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(page, StandardCharsets.UTF_8))) {
            configuration.getTemplate(view.template()).process(view, writer);
        } catch (TemplateException | IOException e) {
            Problem problem = TemplateFault.of(e)
                    .in(theme, view.template())
                    .orElseThrow(() -> new IllegalStateException(view.template() + " does not fit its view", e));
            throw new BrokenTemplateException(problem, e);
        }
        return page.toByteArray();
    }
}
