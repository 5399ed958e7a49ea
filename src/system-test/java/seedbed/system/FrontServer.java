package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real front server with the configuration that we ship for it, over HTTP and over HTTPS. Our configuration drops what
 * a client says of its address. So that the tests can be clients from everywhere, a server before it at 127.0.0.9, and
 * only that one, may name the client.
 */
interface FrontServer extends AutoCloseable {

    /** The last part of the loopback address of the server before it. */
    int BEFORE_IT = 9;

    /** Which one. */
    interface Kind {
        FrontServer start(Path directory, int port, Path publishDir, Backend backend) throws Exception;
    }

    /** Waits until one that was just started answers. */
    static void awaitAnswer(Program program, int port) throws Exception {
        Eventually.within(Duration.ofSeconds(20), () -> {
            program.mustRun();
            assertThat(Http.to(port).get("/").status()).isPositive();
        });
    }

    int port();

    /** The one of HTTPS. */
    int tlsPort();

    /** Requests on behalf of a client somewhere else. */
    Http onBehalfOf(String address);

    /** Everything it wrote since its start. */
    String log() throws IOException;

    @Override
    void close();
}
