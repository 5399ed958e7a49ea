package seedbed.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The token that opens everything under {@code /admin}. Only its digest is kept, and nothing ever prints it. */
public final class AdminToken {

    private static final String FILE = "admin-token";

    private final byte[] digest;

    /** @param token as configured */
    public AdminToken(String token) {
        this.digest = Secret.digest(token);
    }

    /**
     * The token in {@code data.dir/admin-token}, which is written with a random one (mode 0600) where there is none.
     *
     * @throws IOException if it can be neither read nor written
     */
    public static AdminToken inFile(Path dataDir) throws IOException {
        Path file = file(dataDir);
        if (!Files.exists(file)) {
            Files.createDirectories(dataDir);
            // Written aside and renamed: a process killed between the two leaves no empty token behind.
            Path aside = Files.createTempFile(
                    dataDir,
                    FILE,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(aside, Secret.random() + '\n', StandardOpenOption.WRITE);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException(file + ": expected a token, but the file is empty; delete it to have a new one made");
        }
        return new AdminToken(token);
    }

    /** Where a generated token lies. */
    public static Path file(Path dataDir) {
        return dataDir.resolve(FILE);
    }

    /** Whether this is the token; takes the same time however much of it is right. */
    public boolean matches(String presented) {
        return Secret.equal(digest, Secret.digest(presented));
    }
}
