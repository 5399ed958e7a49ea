package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What somebody who means harm would try against the admin. */
final class AdminHardeningIT {

    private static final String EVIL = "<script>alert(1)</script>";
    private static final String BEARER = "Authorization: Bearer " + RunningMirror.TOKEN;

    @TempDir
    private static Path folder;

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static RunningMirror mirror;
    private static AdminClient client;

    @BeforeAll
    static void start() throws Exception {
        LOG.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
        mirror = RunningMirror.in(folder);
        client = new AdminClient(mirror);
    }

    @AfterAll
    static void stop() {
        mirror.close();
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
    }

    private static String from(String address) {
        return "X-Forwarded-For: " + address;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/runs/..%2f..%2fadmin-token",
                "/admin/runs/../../admin-token",
                "/admin/runs/%2e%2e/%2e%2e/data/admin-token",
                "/admin/runs/%00",
                "/admin/runs/" + EVIL,
                "/admin/nothing%0d%0aX-Evil:%201",
                "/admin/whitelist/" + EVIL,
                "/_seedbed/console/../../admin-token",
                "/_seedbed/console/..%2f..%2fweb.xml",
                "/_seedbed/console/%2e%2e/colours.css",
                "/_seedbed/console/",
                "/_seedbed/console/console.css/",
                "/_seedbed/console//etc/passwd",
                "/_seedbed/console/AdminGate.class"
            })
    void pathsLeadNowhereAndAreNotRepeated(String path) {
        for (String accept : List.of("Accept: application/json", "Accept: text/html")) {
            RawHttp.Answer answer = mirror.http().send("GET", path, BEARER, accept);

            assertThat(answer.text())
                    .doesNotContain("<script>alert", RunningMirror.TOKEN, "root:", "Exception", "\tat ");
            assertThat(answer.header("x-evil")).isEmpty();
            assertThat(answer.status() == 200 && !path.endsWith("console.css/") ? path : "")
                    .isEmpty();
        }
    }

    @Test
    void whatIsSearchedForIsShownAsText() {
        AdminClient.Session session = client.logIn(RunningMirror.TOKEN);

        RawHttp.Answer page =
                client.page("/admin/whitelist?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", session.cookie());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void aNoteIsShownAsText() {
        String hash = "cd".repeat(20);
        client.send("PUT", "/admin/whitelist/" + hash, "note=%3Cimg+src%3Dx%3E", BEARER);

        String page = client.page(
                        "/admin/whitelist?q=" + hash,
                        client.logIn(RunningMirror.TOKEN).cookie())
                .text();

        assertThat(page).contains("&lt;img src=x&gt;").doesNotContain("<img src=x>");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItIsRead() {
        String body = "note=" + "x".repeat(100_000);

        assertThat(client.send("PUT", "/admin/whitelist/" + "ab".repeat(20), body, BEARER)
                        .status())
                .isEqualTo(413);
        assertThat(client.send("POST", "/admin/login", "token=" + body).status())
                .isEqualTo(413);
        assertThat(mirror.http()
                        .sendBody(
                                "POST",
                                "/admin/regenerate?dry-run=true&wait=true",
                                body,
                                BEARER,
                                "Content-Type: text/plain")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "PATCH", "CONNECT", "PROPFIND", "get"})
    void unusualMethodsGetNobodyAnywhere(String method) {
        assertThat(mirror.http().send(method, "/admin/runs").status()).isIn(400, 401, 405, 501);
        assertThat(mirror.http().send(method, "/admin/runs", BEARER).status()).isIn(400, 405, 501);
    }

    @Test
    void everyChangeIsWrittenDownWithWhoAndFromWhere() throws Exception {
        String hash = "ef".repeat(20);
        String hook = "Authorization: Bearer " + client.token("robot", "regenerate");
        client.send("PUT", "/admin/whitelist/" + hash, "", BEARER, from("203.0.113.77"));
        client.send("PUT", "/admin/whitelist/" + hash, "", hook, from("203.0.113.78"));
        client.send("POST", "/admin/regenerate?dry-run=true", "", hook, from("203.0.113.79"));
        client.tryLogIn("wrong", "", from("203.0.113.80"));

        awaitAudit(row -> is(row, "admin.token", "list " + hash + " by hand", "203.0.113.77", "done 201"));
        awaitAudit(row -> is(row, "robot", "PUT /admin/whitelist/" + hash, "203.0.113.78", "refused 403"));
        awaitAudit(row -> is(row, "robot", "try a publication, run ", "203.0.113.79", "done 202"));
        awaitAudit(row -> is(row, "nobody", "log in", "203.0.113.80", "refused 401"));
    }

    private static boolean is(JsonNode row, String who, String what, String address, String result) {
        return row.get("who").asText().equals(who)
                && row.get("what").asText().startsWith(what)
                && row.get("address").asText().equals(address)
                && row.get("result").asText().equals(result);
    }

    private static void awaitAudit(Predicate<JsonNode> wanted) {
        Ready.until(() -> StreamSupport.stream(
                        AdminClient.json(client.admin("GET", "/admin/audit")).spliterator(), false)
                .anyMatch(wanted));
    }

    @Test
    void secretsAreSaidNowhere() {
        AdminClient.Session session = client.logIn(RunningMirror.TOKEN);
        String token = client.token("secretive", "admin");
        client.tryLogIn(token + "x", "");
        mirror.http().send("GET", "/admin/runs", "Authorization: Bearer " + token + "x");
        client.send("POST", "/admin/regenerate", "csrf=" + session.csrf() + "x", session.cookieHeader());
        List<String> secrets = List.of(RunningMirror.TOKEN, token, session.cookie(), session.csrf());

        List<String> said = new ArrayList<>();
        said.add(mirror.http().send("GET", "/metrics").text());
        for (String path : List.of("/admin/tokens", "/admin/audit", "/admin/", "/admin/runs", "/admin/nothing")) {
            said.add(client.admin("GET", path).text());
        }
        said.add(client.tryLogIn(token + "x", "").text());
        said.add(client.page("/admin/tokens", client.logIn(RunningMirror.TOKEN).cookie())
                .text());
        LOG.list.forEach(event -> said.add(event.getFormattedMessage()));

        for (String secret : secrets) {
            assertThat(said).noneMatch(text -> text.contains(secret));
        }
    }

    @Test
    void whatPagesAreMadeOfIsThereForTheLoginPageToo() {
        for (String name : List.of("colours.css", "seedbed.css", "console.css", "console.js", "seedbed.svg")) {
            RawHttp.Answer asset = mirror.http().send("GET", "/_seedbed/console/" + name);

            assertThat(asset.status()).as(name).isEqualTo(200);
            assertThat(asset.header("x-content-type-options")).as(name).contains("nosniff");
        }
    }

    @Test
    void noPageHasAnythingInline() {
        String cookie = client.logIn(RunningMirror.TOKEN).cookie();
        for (String path : List.of("", "runs", "releases", "whitelist", "tokens", "audit")) {
            assertThat(client.page("/admin/" + path, cookie).text())
                    .doesNotContain("<style", " style=", "<script>", " onclick", " onload", "javascript:");
        }
    }
}
