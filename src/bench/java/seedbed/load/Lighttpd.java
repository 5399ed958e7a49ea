package seedbed.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** lighttpd with the configuration that we ship for it, in front of some tracker. */
final class Lighttpd {

    private static final Path SHIPPED = Path.of("conf/lighttpd/seedbed.conf");
    private static final String DROPPED = "\"X-Forwarded-For\" => \"\", ";

    private final Program program;
    private final int port;

    private Lighttpd(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    static Lighttpd onSocket(Workplace workplace, Path directory, Path socket) throws Exception {
        return start(workplace, directory, "\"socket\" => \"" + socket + '"');
    }

    static Lighttpd onPort(Workplace workplace, Path directory, int port) throws Exception {
        return start(workplace, directory, "\"host\" => \"127.0.0.1\", \"port\" => " + port);
    }

    private static Lighttpd start(Workplace workplace, Path directory, String backend) throws Exception {
        // wrk stands for clients with addresses of their own, so what it says of them must come through.
        String shipped = Files.readString(SHIPPED);
        if (!shipped.contains(DROPPED)) {
            throw new IllegalStateException(SHIPPED + " is expected to contain " + DROPPED);
        }
        int port = Workplace.freePort();
        Path file = Files.writeString(
                directory.resolve("lighttpd.conf"),
                "server.port = " + port + "\nserver.bind = \"127.0.0.1\"\nvar.seedbed_publish = \"" + directory
                        + "\"\nvar.seedbed_backend = ( " + backend + " )\n"
                        + shipped.replace(DROPPED, ""));
        List<String> command = List.of("/usr/sbin/lighttpd", "-D", "-f", file.toString());
        return new Lighttpd(workplace.listening("lighttpd", directory, command, port), port);
    }

    Program program() {
        return program;
    }

    int port() {
        return port;
    }
}
