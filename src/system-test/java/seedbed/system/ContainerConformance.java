package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every container with the examples that we ship for it, below a context path and without a front server. */
abstract class ContainerConformance extends MirrorConformance {

    private static final String CONTEXT = "/mirror";

    private Deployment mirror;

    abstract Container container();

    @BeforeAll
    final void deploy() throws Exception {
        mirror = ContainerMirror.start(bench, container(), CONTEXT).direct();
    }

    @Override
    final Deployment deployed() {
        return mirror;
    }

    @Nested
    @DisplayName("in a container")
    final class InContainer {

        @Test
        void metricsAreForThoseOnThisSideOfTheFrontServer() throws Exception {
            assertThat(get("/metrics").text()).contains("# TYPE seedbed_");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/index.html"})
        void theSiteIsTheFrontServersBusiness(String path) throws Exception {
            HttpAnswer answer = get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).startsWith("{\"error\":");
        }

        @Test
        void aQueryAbove8KiBIsRefusedByTheTracker() throws Exception {
            HttpAnswer answer = mirror.onBehalfOf("10.0.0.1").get(CONTEXT + "/announce?x=" + "x".repeat(8200));

            assertThat(TrackerAnswer.of(answer).failure()).isPresent();
        }

        @Test
        void theConsoleAndWhatItsPagesAreMadeOfAreBelowTheContextPath() throws Exception {
            HttpAnswer page = mirror.http().with("Accept", "text/html").get(CONTEXT + "/admin/login");

            assertThat(page.text()).contains(CONTEXT + "/_seedbed/console/").doesNotContain("\"/_seedbed/");
            assertThat(get("/_seedbed/console/seedbed.css").status()).isEqualTo(200);
        }

        @Test
        void aSessionOverTlsIsKeptForTlsAloneIfATrustedFrontServerSaysSo() throws Exception {
            Http overTls = mirror.http().with("Accept", "text/html").with("X-Forwarded-Proto", "https");
            String form = "token=" + RunningMirror.TOKEN;

            HttpAnswer believed = overTls.with("X-Forwarded-For", "10.0.0.1").post(CONTEXT + "/admin/login", form);
            HttpAnswer notBelieved = overTls.from(2).post(CONTEXT + "/admin/login", form);

            assertThat(believed.header("Set-Cookie").orElseThrow()).endsWith("; Secure");
            assertThat(notBelieved.header("Set-Cookie").orElseThrow()).doesNotContain("Secure");
        }
    }
}
