package seedbed.load;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as this tracker sets it up, with another servlet in it. */
final class JettyServer {

    private JettyServer() {}

    /** Answers until the process is ended. */
    static void serve(int port, Path socket, HttpServlet servlet) throws Exception {
        Server server = new Server(new QueuedThreadPool(64, 4), null, new ByteBufferPool.NonPooling());
        ServerConnector tcp = new ServerConnector(server, new HttpConnectionFactory(http()));
        tcp.setHost("127.0.0.1");
        tcp.setPort(port);
        server.addConnector(tcp);
        UnixDomainServerConnector unix = new UnixDomainServerConnector(server, new HttpConnectionFactory(http()));
        unix.setUnixDomainPath(socket);
        unix.setAcceptQueueSize(1024);
        server.addConnector(unix);
        ServletContextHandler servlets = new ServletContextHandler();
        servlets.addServlet(servlet, "/announce");
        server.setHandler(servlets);
        server.start();
        server.join();
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        http.setRequestHeaderSize(16 * 1024);
        http.setInputBufferSize(2 * 1024);
        http.setResponseHeaderSize(1024);
        return http;
    }
}
