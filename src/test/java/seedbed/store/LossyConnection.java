package seedbed.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A line to a database that breaks, when a test says so, just before or just after the database has heard of a commit:
 * its client cannot tell one from the other.
 */
final class LossyConnection implements Closeable {

    private static final String COMMIT = "COMMIT";

    /** When the line breaks. */
    enum Break {
        NEVER,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private final ServerSocket door;
    private final int port;
    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

    /** @param port of the database, on this machine */
    LossyConnection(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        spawn(this::accept);
    }

    /** Where clients are to connect. */
    int port() {
        return door.getLocalPort();
    }

    /** At the first commit of a connection, which has the word in it; the driver only numbers later ones. */
    void breakAt(Break when) {
        next.set(when);
    }

    private static void spawn(IoTask task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // The end of a connection is what this is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface IoTask {
        void run() throws IOException;
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            spawn(() -> carryQuestions(client, server));
            spawn(() -> carryAnswers(client, server));
        }
    }

    private void carryQuestions(Socket client, Socket server) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            boolean commits = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(COMMIT);
            Break here = commits ? next.getAndSet(Break.NEVER) : Break.NEVER;
            if (here == Break.AFTER_THE_COMMIT) {
                // Nothing comes back from here on: the client hangs up when it is told, the server when it has done it.
                client.close();
            }
            if (here == Break.BEFORE_THE_COMMIT) {
                client.close();
                server.close();
                return;
            }
            out.write(buffer, 0, read);
            out.flush();
        }
        server.shutdownOutput();
    }

    private static void carryAnswers(Socket client, Socket server) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream in = server.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!client.isClosed()) {
                client.getOutputStream().write(buffer, 0, read);
                client.getOutputStream().flush();
            }
        }
        client.close();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
