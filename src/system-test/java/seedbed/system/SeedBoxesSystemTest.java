package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A campus with its mirror, a confined seed box and one that may fetch from outside, two students, and an outside where
 * the files come from.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class SeedBoxesSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BYTES = 12 * 1024 * 1024 + 17;
    private static final String SEEDED = "100 % yes";
    private static final List<String> NAMES = List.of("film", "book", "song", "game");

    @RegisterExtension
    final Workbench bench = new Workbench();

    private NetworkLab lab;
    private CampusMirror mirror;
    private SeedBox box;
    private SeedBox origin;
    private Outsiders outsiders;
    private Map<String, Payload> payloads;

    @BeforeAll
    void setUpTheCampus() throws Exception {
        lab = NetworkLab.build(bench);
        lab.limitLink("24mbit");
        outsiders = Outsiders.start(bench, lab);
        mirror = CampusMirror.start(
                bench,
                lab.host("mirror", lab.campus(), 10),
                lab.campus().networks(),
                lab.campus().ipv4(20) + ", " + lab.campus().ipv4(21));
    }
}
