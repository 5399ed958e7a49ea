package seedbed.web;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import seedbed.admin.Caller;
import seedbed.admin.Scope;
import seedbed.admin.Session;

/** Shows the console's pages to a browser. Templates escape whatever is put into them ({@code .ftlh}). */
public final class ConsolePages {

    private final String siteTitle;

    public ConsolePages(String siteTitle) {
        this.siteTitle = siteTitle;
    }

    /** Loaded with the first page: FreeMarker takes its time, and a start would have to wait for it. */
    private static final class Templates {

        static final Configuration ALL = configuration();

        private static Configuration configuration() {
            Configuration templates = new Configuration(Configuration.VERSION_2_3_33);
            templates.setClassForTemplateLoading(ConsolePages.class, "templates");
            templates.setDefaultEncoding("UTF-8");
            templates.setLocale(Locale.ROOT);
            templates.setNumberFormat("computer");
            templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            templates.setLogTemplateExceptions(false);
            // A template could otherwise create any object there is, which runs programs.
            templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
            return templates;
        }
    }

    void show(HttpServletRequest request, HttpServletResponse response, int status, ConsoleView view)
            throws IOException {
        Answers.bytes(response, status, "text/html; charset=utf-8", render(view, frame(request)));
    }

    /** Answers with the value as JSON, or for a browser with the page that shows it. */
    void answer(HttpServletRequest request, HttpServletResponse response, Object value, Supplier<ConsoleView> page)
            throws IOException {
        if (Answers.wantsPage(request)) {
            show(request, response, HttpServletResponse.SC_OK, page.get());
        } else {
            Answers.json(response, HttpServletResponse.SC_OK, value);
        }
    }

    private ConsoleView.Frame frame(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        return new ConsoleView.Frame(
                siteTitle,
                request.getContextPath(),
                visit.session().map(Session::csrf).orElse(""),
                visit.caller().map(Caller::name).orElse(""),
                visit.caller().filter(caller -> caller.may(Scope.ADMIN)).isPresent(),
                visit.caller().filter(caller -> caller.may(Scope.REGENERATE)).isPresent());
    }

    byte[] render(ConsoleView view, ConsoleView.Frame frame) throws IOException {
        StringWriter page = new StringWriter();
        try {
            Templates.ALL.getTemplate(view.template()).process(Map.of("frame", frame, "view", view), page);
        } catch (TemplateException broken) {
            throw new IllegalStateException("the template " + view.template() + " is broken", broken);
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
