package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.store.DatabaseAddress;
import seedbed.store.TestDatabase;

/** Every route of the admin, with every kind of credential: the exact status of each answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminRoutesIT {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private static Path folder;

    private RunningMirror mirror;
    private AdminClient client;
    private final Map<String, List<String>> credentials = new HashMap<>();

    /**
     * A route, and what it answers to those who may use it.
     *
     * @param scopes which of the scopes may, besides admin
     * @param status for those who may
     */
    private record Route(String method, String path, List<String> scopes, int status) {
        boolean changes() {
            return !method.equals("GET");
        }
    }

    private static final List<String> SCOPES = List.of("read", "regenerate", "measure", "admin");

    private static final List<Route> ROUTES = List.of(
            new Route("GET", "/admin", List.of("read"), 303),
            new Route("GET", "/admin/", List.of("read"), 200),
            new Route("GET", "/admin/nothing", List.of("read"), 404),
            new Route("GET", "/admin/login", List.of("read", "regenerate", "measure"), 303),
            new Route("POST", "/admin/logout", List.of("read", "regenerate", "measure"), 303),
            new Route("POST", "/admin/regenerate?dry-run=true", List.of("regenerate"), 202),
            new Route("GET", "/admin/runs", List.of("read", "regenerate"), 200),
            new Route("GET", "/admin/runs/nothing", List.of("read", "regenerate"), 404),
            new Route("GET", "/admin/releases", List.of("read"), 200),
            new Route("POST", "/admin/releases/999999/activate", List.of(), 404),
            new Route("GET", "/admin/whitelist", List.of("read"), 200),
            new Route("GET", "/admin/whitelist/" + HASH, List.of("read"), 404),
            new Route("PUT", "/admin/whitelist/xyz", List.of(), 400),
            new Route("DELETE", "/admin/whitelist/" + HASH, List.of(), 204),
            new Route("POST", "/admin/listings/add", List.of(), 400),
            new Route("POST", "/admin/listings/remove", List.of(), 400),
            new Route("GET", "/admin/tokens", List.of(), 200),
            new Route("POST", "/admin/tokens", List.of(), 400),
            new Route("DELETE", "/admin/tokens/nobody", List.of(), 404),
            new Route("POST", "/admin/tokens/nobody/revoke", List.of(), 404),
            new Route("POST", "/admin/link-bytes", List.of("measure"), 400),
            new Route("GET", "/admin/audit", List.of(), 200));

    @BeforeAll
    void start() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        mirror = new RunningMirror(folder, database, Map.of());
        client = new AdminClient(mirror);
        String expired = client.token("expired", "admin");
        TestDatabase.execute(database, "UPDATE token SET expires = now() - interval '1 second' WHERE name = 'expired'");
        String revoked = client.token("revoked", "admin");
        client.admin("DELETE", "/admin/tokens/revoked");
        String ended = client.logIn(RunningMirror.TOKEN).cookie();
        client.logOut(ended);
        credentials.putAll(Map.of(
                "none", List.of(),
                "wrong", List.of("Authorization: Bearer 0123456789abcdef"),
                "not bearer", List.of("Authorization: Basic " + RunningMirror.TOKEN),
                "expired", List.of("Authorization: Bearer " + expired),
                "revoked", List.of("Authorization: Bearer " + revoked),
                "ended session", List.of("Cookie: seedbed-console=" + ended),
                "invented session", List.of("Cookie: seedbed-console=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")));
        for (String scope : SCOPES) {
            credentials.put(scope, List.of("Authorization: Bearer " + client.token("only-" + scope, scope)));
        }
    }

    @AfterAll
    void stop() {
        mirror.close();
    }

    static Stream<Arguments> routesWithoutCredential() {
        return Stream.of("none", "wrong", "not bearer", "expired", "revoked", "ended session", "invented session")
                .flatMap(credential ->
                        ROUTES.stream().map(route -> Arguments.of(route.method(), route.path(), credential)));
    }

    @ParameterizedTest(name = "{0} {1}, {2}: 401")
    @MethodSource("routesWithoutCredential")
    void withoutAGoodCredentialNothingIsThere(String method, String path, String credential) {
        RawHttp.Answer answer = send(method, path, credential);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"error\":\"the header Authorization: Bearer TOKEN is expected\"}\n");
    }

    static Stream<Arguments> routesWithScope() {
        List<Arguments> all = new ArrayList<>();
        for (Route route : ROUTES) {
            for (String scope : SCOPES) {
                boolean may = scope.equals("admin") || route.scopes().contains(scope);
                all.add(Arguments.of(route.method(), route.path(), scope, may ? route.status() : 403));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}, {2}: {3}")
    @MethodSource("routesWithScope")
    void aTokenReachesAsFarAsItsScope(String method, String path, String credential, int status) {
        assertThat(send(method, path, credential).status()).isEqualTo(status);
    }

    static Stream<Arguments> routes() {
        return ROUTES.stream().map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void aSessionNeedsItsCsrfTokenForWhateverChangesSomething(Route route) {
        AdminClient.Session session = client.logIn(RunningMirror.TOKEN);

        int without = client.send(route.method(), route.path(), "", session.cookieHeader())
                .status();
        int wrong = client.send(route.method(), route.path(), "csrf=wrong", session.cookieHeader())
                .status();
        int of = client.send(
                        route.method(),
                        route.path(),
                        "csrf=" + client.logIn(RunningMirror.TOKEN).csrf(),
                        session.cookieHeader())
                .status();
        int right = client.send(route.method(), route.path(), "csrf=" + session.csrf(), session.cookieHeader())
                .status();

        assertThat(List.of(without, wrong, of)).containsOnly(route.changes() ? 403 : route.status());
        assertThat(right).isEqualTo(route.status());
    }

    @ParameterizedTest(name = "{0} {1}: 405, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST PUT DELETE|/admin/|GET",
                "POST PUT DELETE|/admin/nothing|GET",
                "PUT DELETE|/admin/login|GET, POST",
                "GET PUT DELETE|/admin/logout|POST",
                "GET PUT DELETE|/admin/regenerate|POST",
                "POST PUT DELETE|/admin/runs|GET",
                "POST PUT DELETE|/admin/runs/1|GET",
                "POST PUT DELETE|/admin/releases|GET",
                "GET PUT DELETE|/admin/releases/000001/activate|POST",
                "PUT POST DELETE|/admin/whitelist|GET",
                "POST|/admin/whitelist/" + HASH + "|DELETE, GET, PUT",
                "GET PUT DELETE|/admin/listings/add|POST",
                "PUT DELETE|/admin/tokens|GET, POST",
                "GET PUT POST|/admin/tokens/one|DELETE",
                "GET PUT DELETE|/admin/link-bytes|POST",
                "POST PUT DELETE|/admin/audit|GET"
            })
    void theWrongMethodIsRefusedAndTheRightOnesAreNamed(String methods, String path, String allowed) {
        for (String method : methods.split(" ", -1)) {
            RawHttp.Answer answer = send(method, path, "admin");

            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("allow")).as(method).contains(allowed);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyAnswerKeepsBrowsersFromTheSameThings(Route route) {
        for (String credential : List.of("none", "read", "admin")) {
            RawHttp.Answer answer = send(route.method(), route.path(), credential);

            assertThat(answer.header("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(answer.header("x-content-type-options")).contains("nosniff");
            assertThat(answer.header("referrer-policy")).contains("same-origin");
        }
    }

    private RawHttp.Answer send(String method, String path, String credential) {
        return client.send(
                method,
                path,
                "",
                credentials.getOrDefault(credential, List.of()).toArray(String[]::new));
    }
}
