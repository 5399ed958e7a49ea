package seedbed.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts trackers, all with the same means. */
final class Contestants {

    static final String BARE = "bare Jetty servlet";
    static final String OPENTRACKER = "opentracker";
    static final String STATEMENT = "a statement per announce";
    static final String SEEDBED = "Seedbed";

    /** What every Java program here is given. */
    private static final List<String> JAVA =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms64m", "-Xmx512m");

    private final Workplace workplace;
    private final PostgresServer postgres;

    Contestants(Workplace workplace, PostgresServer postgres) {
        this.workplace = workplace;
        this.postgres = postgres;
    }

    Contestant bareServlet() throws Exception {
        Path directory = workplace.directory("bare");
        int port = Workplace.freePort();
        Path socket = directory.resolve("socket");
        List<String> command = main(BareServlet.class, Integer.toString(port), socket.toString());
        Program program = workplace.listening("bare", directory, command, port);
        return behindLighttpd(BARE, program, List.of(), directory, port, socket);
    }

    Contestant statementPerAnnounce() throws Exception {
        Path directory = workplace.directory("statement");
        postgres.createDatabase("statement").execute("statement", StatementPerAnnounce.TABLE);
        int port = Workplace.freePort();
        List<String> command = main(
                StatementPerAnnounce.class,
                Integer.toString(port),
                directory.resolve("socket").toString(),
                postgres.url("statement"),
                PostgresServer.USER,
                PostgresServer.PASSWORD);
        Program program = workplace.listening("statement", directory, command, port);
        return direct(STATEMENT, program, List.of(postgres.program()), port);
    }

    /** Debian's is built to serve a whitelist only, and closes every connection. */
    Contestant opentracker(Population population) throws Exception {
        Path directory = workplace.directory("opentracker");
        Files.write(directory.resolve("whitelist"), population.hashes());
        int port = Workplace.freePort();
        List<String> command = List.of(
                "opentracker",
                "-i",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-d",
                directory.toString(),
                "-w",
                "whitelist");
        return direct(OPENTRACKER, workplace.listening("opentracker", directory, command, port), List.of(), port);
    }

    /** This tracker with a database of its own. */
    SeedbedServer seedbed(String database, Population population) throws Exception {
        return workplace.add(SeedbedServer.start(workplace.directory(database), JAVA, postgres, database, population));
    }

    /** A Seedbed to put a load on. */
    Contestant contestant(SeedbedServer server, String name) throws Exception {
        return behindLighttpd(
                name,
                server.program(),
                List.of(postgres.program()),
                server.directory(),
                server.port(),
                server.socket());
    }

    private Contestant behindLighttpd(
            String name, Program server, List<Program> databases, Path directory, int port, Path socket)
            throws Exception {
        Lighttpd tcp = Lighttpd.onPort(workplace, Files.createDirectory(directory.resolve("front-tcp")), port);
        Lighttpd unix = Lighttpd.onSocket(workplace, Files.createDirectory(directory.resolve("front-socket")), socket);
        return new Contestant(name, server, port, Map.of(Way.LIGHTTPD_TCP, tcp, Way.LIGHTTPD_SOCKET, unix), databases);
    }

    private static Contestant direct(String name, Program server, List<Program> databases, int port) {
        return new Contestant(name, server, port, Map.of(), databases);
    }

    private static List<String> main(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
