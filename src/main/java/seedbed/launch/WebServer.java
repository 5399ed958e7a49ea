package seedbed.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.web.RemoteEnd;
import seedbed.wiring.Mirror;

/** Jetty in front of a mirror: its servlets, and behind them the published site. */
final class WebServer implements AutoCloseable {

    private static final int STOP_MILLIS = 5_000;
    private static final int QUIET_LOOKS = 5;
    private static final int QUIET_PAUSE_MILLIS = 20;

    private final Settings settings;
    private final Server server;
    private final ServerConnector tcp;
    private final Optional<Path> socket;

    private WebServer(Settings settings, Server server, ServerConnector tcp, Optional<Path> socket) {
        this.settings = settings;
        this.server = server;
        this.tcp = tcp;
        this.socket = socket;
    }

    /**
     * Makes all ready to answer, but does not listen yet.
     *
     * @param port where it will
     */
    static WebServer behind(TakenPort port, Settings settings, Mirror mirror) throws Exception {
        // Jetty would start Java's management to learn how long a reference is, which takes a tenth of a start; it is
        // what the layout of a few arrays goes by.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        // A pool of buffers is shared by all connections, and under malformed requests Jetty 12.1 has two of them write
        // from one buffer: one client's failure becomes another's. A buffer of its own costs little for answers this
        // small.
        Server server = new Server(new QueuedThreadPool(64, 4), null, new ByteBufferPool.NonPooling());
        server.setStopTimeout(STOP_MILLIS);
        ServerConnector tcp = new ServerConnector(server, new HttpConnectionFactory(http()));
        tcp.open(port.channel());
        // Requests that are being answered when the end comes are answered to their end.
        server.setHandler(new GracefulHandler(handlers(settings, mirror)));
        server.start();
        return new WebServer(settings, server, tcp, settings.get(Keys.HTTP_SOCKET));
    }

    /** The port it listens on, also when the settings asked for any free one. */
    int port() {
        return tcp.getLocalPort();
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Direct buffers are dear to make, and without a pool each request makes its own.
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        // The longest announce that is still answered has a query of 8 KiB.
        http.setRequestHeaderSize(16 * 1024);
        // What is read and written at once. Larger heads are read in pieces, and written to a buffer that grows.
        http.setInputBufferSize(2 * 1024);
        http.setResponseHeaderSize(1024);
        // libtorrent (qBittorrent, Deluge) leaves the brackets out where it announces to an IPv6 address; the Host
        // decides nothing here.
        http.setHttpCompliance(HttpCompliance.RFC9110.with("any-host", HttpCompliance.Violation.UNSAFE_HOST_HEADER));
        return http;
    }

    private static Connector socketConnector(Server server, Path path) {
        HttpConfiguration http = http();
        http.addCustomizer((request, headers) -> {
            request.setAttribute(RemoteEnd.FRONT_SOCKET, true);
            return request;
        });
        UnixDomainServerConnector connector = new UnixDomainServerConnector(server, new HttpConnectionFactory(http));
        connector.setUnixDomainPath(path);
        connector.setAcceptQueueSize(1024);
        return connector;
    }

    private static Handler handlers(Settings settings, Mirror mirror) {
        ServletContextHandler servlets = new ServletContextHandler();
        // What no servlet is mapped to is the site's.
        servlets.getServletHandler().setEnsureDefaultServlet(false);
        servlets.addServletContainerInitializer((classes, context) -> mirror.register(context));
        SiteHandler site = new SiteHandler(settings.get(Keys.PUBLISH_DIR));
        return new SiteHeaders(new Handler.Sequence(servlets, site));
    }

    /**
     * Begins to answer.
     *
     * @throws StartFailure if it cannot listen where the settings say
     */
    void listen() throws Exception {
        try {
            listen(tcp);
            if (socket.isPresent()) {
                listen(socketConnector(server, socket.get()));
                // Who may reach it is decided by the directory it lies in: the front server runs as another user.
                Files.setPosixFilePermissions(socket.get(), PosixFilePermissions.fromString("rw-rw-rw-"));
            }
        } catch (Exception failure) {
            close();
            throw TakenPort.explained(failure, settings);
        }
    }

    /** A server that runs neither starts nor dumps by itself what is added to it. */
    private void listen(Connector connector) throws Exception {
        server.addConnector(connector);
        server.manage(connector);
        connector.start();
    }

    /**
     * Lets nobody in any more, answers whoever is in, and then stops. The socket's file goes first: from then on a front
     * server fails to connect, and asks another node, instead of connecting to one that is about to hang up.
     */
    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            Files.deleteIfExists(socket.get());
            awaitQuiet();
        }
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IOException("Jetty did not stop in order", failure);
        } finally {
            // Also where it never listened.
            tcp.close();
        }
    }

    /** Until the socket's last connection is over; those that wait to be accepted become connections meanwhile. */
    private void awaitQuiet() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        int quiet = 0;
        while (server.isStarted() && quiet < QUIET_LOOKS && System.nanoTime() < deadline) {
            quiet = isQuiet() ? quiet + 1 : 0;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(QUIET_PAUSE_MILLIS));
        }
    }

    private boolean isQuiet() {
        return Stream.of(server.getConnectors())
                .filter(UnixDomainServerConnector.class::isInstance)
                .allMatch(connector -> connector.getConnectedEndPoints().isEmpty());
    }
}
