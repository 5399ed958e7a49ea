package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /_seedbed/console/NAME}: style sheets, script and logo of the console. Beside {@code /admin}, because the
 * login page needs them and nothing below {@code /admin} is to be had without a token. No path is ever looked up: what is
 * served was read at the start, by names that stand here.
 */
public final class ConsoleAssetsServlet extends Endpoint {

    private static final long serialVersionUID = 1L;
    private static final String SITE = "/seedbed/site/assets/";
    private static final String OURS = "/seedbed/web/assets/";
    private static final String CSS = "text/css; charset=utf-8";

    private final transient Map<String, Asset> assets = Map.of(
            "colours.css", read(SITE + "colours.css", CSS),
            "seedbed.css", read(SITE + "seedbed.css", CSS),
            "seedbed.svg", read(SITE + "seedbed.svg", "image/svg+xml"),
            "console.css", read(OURS + "console.css", CSS),
            "console.js", read(OURS + "console.js", "text/javascript; charset=utf-8"));

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asset(String type, byte[] content) {}

    public ConsoleAssetsServlet() {
        super("GET");
    }

    private static Asset read(String resource, String type) {
        try (InputStream in = ConsoleAssetsServlet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new Asset(type, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConsoleHeaders.set(response);
        @Nullable Asset asset = assets.get(PathTail.of(request));
        if (asset == null) {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here");
            return;
        }
        // After an update the old ones are gone within a minute.
        response.setHeader("Cache-Control", "max-age=60");
        Answers.bytes(response, HttpServletResponse.SC_OK, asset.type(), asset.content());
    }
}
