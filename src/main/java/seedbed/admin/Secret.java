package seedbed.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that open something, and the digests by which they are known again. */
final class Secret {

    private static final int RANDOM_BYTES = 32;

    private Secret() {}

    /** 256 bits as 43 characters that need no escaping anywhere. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256. A fast hash is right here: what is hashed is random, so that there is nothing to guess. */
    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether both are the same; takes as long however much of them is. */
    static boolean equal(byte[] digest, byte[] other) {
        return MessageDigest.isEqual(digest, other);
    }
}
