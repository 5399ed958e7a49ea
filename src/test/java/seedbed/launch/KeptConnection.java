package seedbed.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One request after the other over one connection, as a front server or a load generator sends them. */
final class KeptConnection implements AutoCloseable {

    /** Longer than any answer takes: what takes longer hangs. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Sends a GET.
     *
     * @param target path and query, sent as they are, a byte a character
     */
    RawHttp.Answer get(String target, String forwardedFor) throws IOException {
        String request =
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + forwardedFor + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        List<String> lines = Arrays.asList(head().split("\r\n"));
        int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
        List<String> headers = lines.stream()
                .skip(1)
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        int length = headers.stream()
                .filter(header -> header.startsWith("content-length: "))
                .mapToInt(header -> Integer.parseInt(header.substring("content-length: ".length())))
                .findFirst()
                .orElseThrow(() -> new IOException("no Content-Length in " + lines));
        return new RawHttp.Answer(status, headers, in.readNBytes(length));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed without an answer: \"" + head + '"');
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
