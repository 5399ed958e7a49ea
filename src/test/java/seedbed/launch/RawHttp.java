package seedbed.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP by hand, a connection a request: no library between a test and the bytes that it sends and gets. */
public final class RawHttp {

    private final String host;
    private final int port;

    public RawHttp(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** What came back. Headers have lower-case names, as {@code name: value}. */
    public static final class Answer {

        private final int status;
        private final List<String> headers;
        private final byte[] body;

        Answer(int status, List<String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body.clone();
        }

        /** The value of the first header with this name. */
        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(header -> header.startsWith(start))
                    .map(header -> header.substring(start.length()))
                    .findFirst();
        }

        public String text() {
            return new String(body, UTF_8);
        }
    }

    /**
     * Sends a request without a body.
     *
     * @param target path and query, sent as they are, a byte a character
     * @param headers whole lines
     */
    public Answer send(String method, String target, String... headers) {
        return sendBody(method, target, "", headers);
    }

    /**
     * Sends a request with a body, and its length.
     *
     * @param body a byte a character
     */
    public Answer sendBody(String method, String target, String body, String... headers) {
        String request = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList())
                + (method.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n"
                + (method.equals("GET") ? "" : body);
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException broken) {
            throw new AssertionError(method + ' ' + target + " got no answer", broken);
        }
    }

    private static Answer parse(byte[] answer) {
        String text = new String(answer, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no HTTP answer: " + text);
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
        int status = Integer.parseInt(lines.remove(0).split(" ", -1)[1]);
        List<String> headers = lines.stream().map(RawHttp::lowerCaseName).toList();
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        boolean chunked = headers.contains("transfer-encoding: chunked");
        return new Answer(status, headers, chunked ? joined(new String(body, ISO_8859_1)) : body);
    }

    private static String lowerCaseName(String header) {
        int colon = header.indexOf(':');
        return header.substring(0, colon).toLowerCase(Locale.ROOT) + header.substring(colon);
    }

    private static byte[] joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, lineEnd), 16);
            if (size == 0) {
                return body.toString().getBytes(ISO_8859_1);
            }
            body.append(chunks, lineEnd + 2, lineEnd + 2 + size);
            at = lineEnd + 2 + size + 2;
        }
    }
}
