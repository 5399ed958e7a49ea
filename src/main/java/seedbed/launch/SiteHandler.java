package seedbed.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/**
 * The static site: the webroot of whatever release is current when a request comes, which is looked up for each, because
 * a publication replaces the link at any time. Files of one release never change, so a request sees one release.
 */
final class SiteHandler extends ResourceHandler {

    private static final String NOT_FOUND = "404.html";

    private final Path current;

    SiteHandler(Path publishDir) {
        this.current = publishDir.resolve("current");
        setDirAllowed(false);
        setEtags(true);
        setWelcomeFiles("index.html");
        setCacheControl("no-cache");
    }

    @Override
    public void doStart() throws Exception {
        super.doStart();
        MimeTypes.Mutable types = new MimeTypes.Mutable(getMimeTypes());
        types.addMimeMapping("torrent", "application/x-bittorrent");
        types.addMimeMapping("asc", "text/plain");
        types.addMimeMapping("sha256", "text/plain");
        types.addMimeMapping("sig", "application/pgp-signature");
        types.addMimeMapping("avif", "image/avif");
        types.addMimeMapping("webp", "image/webp");
        setMimeTypes(types);
    }

    @Override
    protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized buffers) {
        return path -> contentOf(path, buffers);
    }

    private @Nullable HttpContent contentOf(String path, ByteBufferPool.Sized buffers) throws IOException {
        Path webroot = webroot();
        if (webroot == null) {
            return null;
        }
        return new ResourceHttpContentFactory(ResourceFactory.root().newResource(webroot), getMimeTypes(), buffers)
                .getContent(path);
    }

    private @Nullable Path webroot() throws IOException {
        try {
            return current.toRealPath().resolve("webroot");
        } catch (NoSuchFileException nothingPublished) {
            return null;
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback) || notFound(response, callback);
    }

    private boolean notFound(Response response, Callback callback) throws IOException {
        Path webroot = webroot();
        String page = webroot == null
                ? "<!DOCTYPE html><title>Nothing published yet</title><p>Nothing has been published here yet.</p>"
                : Files.readString(webroot.resolve(NOT_FOUND));
        response.setStatus(HttpStatus.NOT_FOUND_404);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        Content.Sink.write(response, true, page, callback);
        return true;
    }
}
