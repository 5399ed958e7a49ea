package seedbed.site;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;

/** The page templates; {@code .ftlh} makes FreeMarker escape everything that is put into them. */
final class Templates {

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_33);

    Templates() {
        configuration.setClassForTemplateLoading(Templates.class, "templates");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        // A template could otherwise create any object there is, which runs programs.
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        // Templates are in the WAR and cannot change under a running server.
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /**
     * The page, in UTF-8.
     *
     * @throws IllegalStateException if the template and the view do not fit together
     */
    byte[] page(View view) throws IOException {
        StringWriter page = new StringWriter(8 * 1024);
        try {
            configuration.getTemplate(view.template()).process(view, page);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + view.template() + " does not fit its view", e);
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
