package seedbed.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The bearer token that opens everything under {@code /admin}. Only its digest is kept, and nothing ever prints it. */
public final class AdminToken {

    private static final String FILE = "admin-token";
    private static final int RANDOM_BYTES = 32;

    private final byte[] digest;

    /** @param token as configured */
    public AdminToken(String token) {
        this.digest = sha256(token);
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
            Files.writeString(aside, random() + '\n', StandardOpenOption.WRITE);
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
        return MessageDigest.isEqual(digest, sha256(presented));
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
