package seedbed.web;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reports of runs as pages for a browser. */
final class RunPages {

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_33);

    RunPages() {
        templates.setClassForTemplateLoading(RunPages.class, "templates");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setNumberFormat("computer");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    /**
     * A page.
     *
     * @param shown a report, or a list of them; the template knows it by the template's own name
     * @param context the path that all of ours begin with, empty at the root of a server
     */
    byte[] render(String template, Object shown, String context) throws IOException {
        StringWriter page = new StringWriter();
        try {
            templates.getTemplate(template + ".ftlh").process(Map.of(template, shown, "context", context), page);
        } catch (TemplateException broken) {
            throw new IllegalStateException("the template " + template + " is broken", broken);
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
