package seedbed.protocol;

import java.util.Optional;
import java.util.function.Predicate;
import seedbed.protocol.Refusal.Kind;

/**
 * Which hash an {@code info_hash} parameter means. A plus sign is the byte 0x2B, but some clients and proxies write
 * spaces so: where the hash with the plus is not listed, the one with spaces is tried.
 */
final class InfoHashReading {

    private final Predicate<InfoHash> listed;

    InfoHashReading(Predicate<InfoHash> listed) {
        this.listed = listed;
    }

    InfoHash of(Parameter parameter) throws RefusedException {
        if (parameter.value().length != InfoHash.LENGTH) {
            throw new RefusedException(Kind.INFO_HASH);
        }
        InfoHash literal = InfoHash.of(parameter.value());
        if (listed.test(literal)) {
            return literal;
        }
        Optional<InfoHash> withSpaces =
                parameter.valueWithSpaces().map(InfoHash::of).filter(listed);
        return withSpaces.orElse(literal);
    }
}
