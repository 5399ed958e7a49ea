package seedbed.system;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;

@DisplayName("java -jar seedbed.war on the newest Java with long-term support")
final class NewestJavaSystemTest extends StandaloneConformance {

    @Override
    Path java() throws Exception {
        return Jdk.newest();
    }
}
