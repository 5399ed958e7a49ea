package seedbed.system;

import java.nio.file.Path;
import java.util.List;

/** A certificate for the name in our examples, which nobody signed but itself. */
record Certificate(Path certificate, Path key) {

    private static final String NAME = "mirror.example.edu";

    /** @param directory where its two files are written */
    static Certificate in(Path directory) throws Exception {
        Certificate made = new Certificate(directory.resolve("certificate.pem"), directory.resolve("key.pem"));
        Program.output(
                "openssl",
                directory,
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=" + NAME,
                        "-addext",
                        "basicConstraints=CA:FALSE",
                        "-addext",
                        "subjectAltName=DNS:" + NAME,
                        "-keyout",
                        made.key.toString(),
                        "-out",
                        made.certificate.toString()));
        return made;
    }

    /** A shipped configuration with these files in the place of its own. */
    String in(String configuration) {
        return configuration
                .replace("/etc/ssl/seedbed/fullchain.pem", certificate.toString())
                .replace("/etc/ssl/seedbed/key.pem", key.toString());
    }
}
