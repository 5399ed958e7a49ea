package seedbed.protocol;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which hash an {@code info_hash} parameter means. A plus sign is the byte 0x2B, but some clients and proxies write
 * spaces so: where the hash with the plus is not listed, the one with spaces is tried.
 */
final class InfoHashReading {

    private final Predicate<InfoHash> listed;

    InfoHashReading(Predicate<InfoHash> listed) {
        this.listed = listed;
    }

    /** The hash that a parameter means; null if it is none. */
    @Nullable
    InfoHash of(RawQuery parameter) throws RefusedException {
        byte[] value = parameter.value();
        if (value.length != InfoHash.LENGTH) {
            return null;
        }
        InfoHash literal = InfoHash.of(value);
        if (listed.test(literal)) {
            return literal;
        }
        Optional<InfoHash> withSpaces =
                parameter.valueWithSpaces().map(InfoHash::of).filter(listed);
        return withSpaces.orElse(literal);
    }
}
