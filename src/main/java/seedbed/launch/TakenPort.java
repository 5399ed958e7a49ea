package seedbed.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import seedbed.config.Keys;
import seedbed.config.Settings;

/**
 * The port of the settings, taken before anything else is begun: who connects from then on waits for {@link WebServer},
 * and a second process is told at once that it cannot have it.
 */
final class TakenPort implements AutoCloseable {

    private final ServerSocketChannel channel;

    private TakenPort(ServerSocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it, and makes sure that the socket of the settings is free as well.
     *
     * @throws StartFailure if it cannot have that
     */
    static TakenPort of(Settings settings) throws Exception {
        Optional<Path> socket = settings.get(Keys.HTTP_SOCKET);
        if (socket.isPresent()) {
            removeStale(socket.get());
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(settings.get(Keys.HTTP_HOST), settings.get(Keys.HTTP_PORT)));
        } catch (IOException | UnresolvedAddressException failure) {
            channel.close();
            throw explained(failure, settings);
        }
        return new TakenPort(channel);
    }

    /** A socket file outlives a process that was killed; one that still answers is somebody's. */
    private static void removeStale(Path path) throws IOException {
        if (Files.exists(path)) {
            if (UnixSockets.answers(path)) {
                throw new StartFailure(
                        "http.socket = \"" + path + "\": expected a free path, but another program listens there");
            }
            if (Files.isRegularFile(path) || Files.isDirectory(path)) {
                throw new StartFailure("http.socket = \"" + path + "\": expected a free path, but a file is there");
            }
            Files.delete(path);
        }
    }

    /** What an operator can do about a failure to listen; other failures stay what they are. */
    static Exception explained(Exception failure, Settings settings) {
        String host = settings.get(Keys.HTTP_HOST);
        int port = settings.get(Keys.HTTP_PORT);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
                return new StartFailure("http.port = \"" + port + "\": expected to listen on " + host + ":" + port
                        + ", but that is not possible (" + cause.getMessage() + ")");
            }
        }
        return failure;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
