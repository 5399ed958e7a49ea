package seedbed.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests exactly as they are written here, over TCP from any loopback address or over a Unix-domain socket. HTTP/1.0,
 * so that an answer ends with its connection.
 */
final class Http {

    private final SocketAddress server;
    private final int from;
    private final String preface;
    private final List<String> headers;

    private Http(SocketAddress server, int from, String preface, List<String> headers) {
        this.server = server;
        this.from = from;
        this.preface = preface;
        this.headers = List.copyOf(headers);
    }

    static Http to(int port) {
        return new Http(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, "", List.of());
    }

    static Http over(Path socket) {
        return new Http(UnixDomainSocketAddress.of(socket), 1, "", List.of());
    }

    /** The same, from another address of this machine: 127.0.0.{@code last}. */
    Http from(int last) {
        return new Http(server, last, preface, headers);
    }

    /** The same, on behalf of a client somewhere else: a HAProxy at 127.0.0.9 names it to those behind it. */
    Http onBehalfOf(String address) {
        String family = address.contains(":") ? "TCP6 " + address + " ::1" : "TCP4 " + address + " 127.0.0.1";
        return new Http(server, 9, "PROXY " + family + " 50000 80\r\n", headers);
    }

    /** The same, with one more header. */
    Http with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value + "\r\n");
        return new Http(server, from, preface, more);
    }

    HttpAnswer get(String target) throws IOException {
        return send("GET", target);
    }

    HttpAnswer send(String method, String target) throws IOException {
        return send(method, target, "");
    }

    /** Sends what somebody filled in. */
    HttpAnswer post(String target, String form) throws IOException {
        return with("Content-Type", "application/x-www-form-urlencoded").send("POST", target, form);
    }

    private HttpAnswer send(String method, String target, String body) throws IOException {
        String head = preface + method + ' ' + target + " HTTP/1.0\r\nHost: localhost\r\n" + String.join("", headers)
                + (method.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
        try (SocketChannel channel = open()) {
            channel.connect(server);
            ByteBuffer out = ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
            while (out.hasRemaining()) {
                channel.write(out);
            }
            return HttpAnswer.parse(everything(channel));
        }
    }

    private SocketChannel open() throws IOException {
        if (server instanceof UnixDomainSocketAddress) {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }
        InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) from});
        return SocketChannel.open(StandardProtocolFamily.INET).bind(new InetSocketAddress(address, 0));
    }

    private static byte[] everything(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return all.toByteArray();
    }
}
