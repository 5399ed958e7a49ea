package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's Tomcat, with a base of its own. */
final class Tomcat implements Container {

    private static final Path HOME = Path.of("/usr/share/tomcat10");
    private static final Path DEBIANS = Path.of("/etc/tomcat10");
    private static final Path SHIPPED = Path.of("conf/tomcat").toAbsolutePath();

    @Override
    public Program start(Path directory, int port, String context, Path configuration) throws Exception {
        for (String folder : List.of("conf/Catalina/localhost", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(directory.resolve(folder));
        }
        Files.writeString(
                directory.resolve("conf/server.xml"),
                Files.readString(SHIPPED.resolve("server.xml")).replace("port=\"8080\"", "port=\"" + port + '"'));
        Files.copy(DEBIANS.resolve("web.xml"), directory.resolve("conf/web.xml"));
        String name = context.isEmpty() ? "ROOT" : context.substring(1);
        Files.writeString(
                directory.resolve("conf/Catalina/localhost/" + name + ".xml"),
                Container.filledIn(Files.readString(SHIPPED.resolve("seedbed.xml")), configuration));
        return Program.start(
                "tomcat",
                directory,
                List.of(
                        "env",
                        "CATALINA_HOME=" + HOME,
                        "CATALINA_BASE=" + directory,
                        "CATALINA_TMPDIR=" + directory.resolve("temp"),
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        "CATALINA_OPTS=-Xmx256m -XX:TieredStopAtLevel=1",
                        HOME.resolve("bin/catalina.sh").toString(),
                        "run"));
    }
}
