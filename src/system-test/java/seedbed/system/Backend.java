package seedbed.system;

import java.nio.file.Path;

/**
 * Where a front server finds the mirror behind it, as the configuration of each one writes it.
 *
 * @param lighttpd the value of {@code var.seedbed_backend}
 * @param nginx the address of an upstream's server
 * @param apache the value of {@code SEEDBED_BACKEND}
 */
record Backend(String lighttpd, String nginx, String apache) {

    /** {@code serve}, on its Unix-domain socket. */
    static Backend socket(Path path) {
        return new Backend("( \"socket\" => \"" + path + "\" )", "unix:" + path, "unix:" + path + "|http://localhost");
    }

    /** A container on this machine. */
    static Backend tcp(int port) {
        return new Backend(
                "( \"host\" => \"127.0.0.1\", \"port\" => " + port + " )",
                "127.0.0.1:" + port,
                "http://127.0.0.1:" + port);
    }
}
