package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static List<View.Sum> sums(String content, String... names) {
        return Checksums.parse(content.getBytes(StandardCharsets.UTF_8)).of(Set.of(names));
    }

    @Test
    void linesOfSha256sumAreRead() {
        assertThat(sums(HASH + "  a.iso\n" + HASH + " *b.iso\n", "a.iso", "b.iso"))
                .containsExactly(new View.Sum("a.iso", HASH), new View.Sum("b.iso", HASH));
    }

    @Test
    void linesOfBsdAreRead() {
        assertThat(sums("SHA256 (a (1).iso) = " + HASH, "a (1).iso")).containsExactly(new View.Sum("a (1).iso", HASH));
    }

    @Test
    void aFolderBeforeTheNameDoesNotMatter() {
        assertThat(sums(HASH + "  images/a.iso", "a.iso")).containsExactly(new View.Sum("images/a.iso", HASH));
    }

    @Test
    void sumsOfOtherFilesAreLeftOut() {
        assertThat(sums(HASH + "  b.iso", "a.iso")).isEmpty();
    }

    @Test
    void aSignatureHasNoSums() {
        assertThat(sums("-----BEGIN PGP SIGNATURE-----\n\niQIzBAABCAAdFiEE\n", "a.iso"))
                .isEmpty();
    }
}
