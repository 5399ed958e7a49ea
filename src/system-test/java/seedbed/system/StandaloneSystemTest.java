package seedbed.system;

import org.junit.jupiter.api.DisplayName;

@DisplayName("java -jar seedbed.war, asked without a front server")
final class StandaloneSystemTest extends StandaloneConformance {}
