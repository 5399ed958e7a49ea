package seedbed.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An answer as it came: the status line and the headers, and the bytes behind them. */
final class HttpAnswer {

    private final String head;
    private final byte[] body;

    private HttpAnswer(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    static HttpAnswer parse(byte[] all) throws IOException {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no HTTP answer: \"" + text + '"');
        }
        return new HttpAnswer(text.substring(0, end), Arrays.copyOfRange(all, end + 4, all.length));
    }

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    byte[] bytes() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The value of a header, whatever the case of its name. */
    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ':';
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    @Override
    public String toString() {
        return head + "\n\n" + text();
    }
}
