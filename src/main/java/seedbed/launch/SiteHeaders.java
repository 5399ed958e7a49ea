package seedbed.launch;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What every answer tells a browser not to do. Torrent clients are not told: to them it would be half of the answer. */
final class SiteHeaders extends Handler.Wrapper {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    SiteHeaders(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.equals("/announce") && !path.equals("/scrape")) {
            response.getHeaders()
                    .put("Content-Security-Policy", POLICY)
                    .put("X-Content-Type-Options", "nosniff")
                    .put("Referrer-Policy", "same-origin");
        }
        return super.handle(request, response, callback);
    }
}
