package seedbed.system;

import java.io.IOException;

/** A front server that is told of the client behind the server before it by {@code X-Real-IP}. */
record RealIpServer(Program program, int port, int tlsPort) implements FrontServer {

    @Override
    public Http onBehalfOf(String address) {
        return Http.to(port).from(BEFORE_IT).with("X-Real-IP", address);
    }

    @Override
    public String log() throws IOException {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
    }
}
