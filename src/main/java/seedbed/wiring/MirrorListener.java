package seedbed.wiring;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import seedbed.config.ConfigException;
import seedbed.config.Settings;
import seedbed.store.DatabaseAddress;
import seedbed.web.NothingServlet;

/** Starts a mirror with the container's web application and stops it with it. */
public final class MirrorListener implements ServletContextListener {

    private @Nullable Mirror mirror;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Settings settings = settings(context);
        DatabaseAddress database = Databases.configured(settings)
                .orElseThrow(() -> new ConfigException(
                        "db.url = \"\": expected a PostgreSQL URL such as jdbc:postgresql://localhost/seedbed, for in a"
                                + " container there is no embedded database"));
        mirror = new Mirror(settings, database);
        mirror.register(context);
        // Takes the place of the container's file servlet; the site is the front server's.
        context.addServlet("/", new NothingServlet()).addMapping("/");
        mirror.start();
    }

    private static Settings settings(ServletContext context) {
        Properties system = System.getProperties();
        Optional<Path> file = Optional.ofNullable(context.getInitParameter("seedbed.config"))
                .map(Path::of)
                .or(() -> Settings.namedFile(system, System.getenv()));
        return Settings.read(file, system, System.getenv());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (mirror != null) {
            mirror.close();
        }
    }
}
