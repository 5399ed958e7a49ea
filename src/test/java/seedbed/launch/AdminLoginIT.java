package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in to the console, and what somebody who means harm would try with it. */
final class AdminLoginIT {

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;
    private static AdminClient client;

    @BeforeAll
    static void start() throws Exception {
        mirror = RunningMirror.in(folder);
        client = new AdminClient(mirror);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    private static String from(String address) {
        return "X-Forwarded-For: " + address;
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        String cookie =
                client.tryLogIn(RunningMirror.TOKEN, "").header("set-cookie").orElseThrow();

        assertThat(cookie).endsWith("; Path=/admin; HttpOnly; SameSite=Strict");
    }

    @Test
    void behindTlsTheCookieIsSentOverTlsAlone() {
        RawHttp.Answer overTls = client.tryLogIn(RunningMirror.TOKEN, "", "X-Forwarded-Proto: https");

        assertThat(overTls.header("set-cookie").orElseThrow()).endsWith("; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void aSessionThatSomebodyElsePlantedIsNeverTakenOver() {
        String planted = "A".repeat(43);

        RawHttp.Answer login = client.tryLogIn(RunningMirror.TOKEN, "", "Cookie: seedbed-console=" + planted);

        assertThat(AdminClient.cookie(login)).isNotEqualTo(planted);
        assertThat(client.page("/admin/runs", planted).status()).isEqualTo(401);
    }

    @Test
    void anotherLoginEndsTheSessionBefore() {
        AdminClient.Session before = client.logIn(RunningMirror.TOKEN);

        client.tryLogIn(RunningMirror.TOKEN, "", before.cookieHeader());

        assertThat(client.page("/admin/runs", before.cookie()).status()).isEqualTo(401);
    }

    @Test
    void aSessionOfATokenReachesAsFarAsTheToken() {
        AdminClient.Session reader = client.logIn(client.token("looker", "read"));

        assertThat(client.page("/admin/", reader.cookie()).status()).isEqualTo(200);
        assertThat(client.page("/admin/audit", reader.cookie()).status()).isEqualTo(403);
        assertThat(client.send("POST", "/admin/regenerate", "csrf=" + reader.csrf(), reader.cookieHeader())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void revokingATokenEndsItsSessions() {
        AdminClient.Session session = client.logIn(client.token("leaver", "read"));

        client.admin("DELETE", "/admin/tokens/leaver");

        assertThat(client.page("/admin/", session.cookie()).status()).isEqualTo(401);
    }

    @Test
    void aWrongCredentialInTheHeaderIsNotMadeUpForByACookie() {
        AdminClient.Session session = client.logIn(RunningMirror.TOKEN);

        assertThat(mirror.http()
                        .send("GET", "/admin/runs", session.cookieHeader(), "Authorization: Bearer wrong")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void afterFiveWrongTokensAnAddressHasToWaitAndOthersDoNot() {
        for (int i = 0; i < 5; i++) {
            assertThat(client.tryLogIn("wrong", "", from("203.0.113.5")).status())
                    .isEqualTo(401);
        }

        RawHttp.Answer waits = client.tryLogIn(RunningMirror.TOKEN, "", from("203.0.113.5"));

        assertThat(waits.status()).isEqualTo(429);
        assertThat(Integer.parseInt(waits.header("retry-after").orElseThrow())).isBetween(1, 31);
        assertThat(client.tryLogIn(RunningMirror.TOKEN, "", from("203.0.113.6")).status())
                .isEqualTo(303);
    }

    @Test
    void addressesOfOneIpv6NetworkWaitTogether() {
        for (int i = 0; i < 5; i++) {
            client.tryLogIn("wrong", "", from("2001:db8:1:2::" + i));
        }

        assertThat(client.tryLogIn("wrong", "", from("2001:db8:1:2:ffff::1")).status())
                .isEqualTo(429);
        assertThat(client.tryLogIn("wrong", "", from("2001:db8:1:3::1")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fevil.example",
                "%2F%2Fevil.example",
                "%2Fadmin%2F%0D%0ASet-Cookie:%20a=b",
                "%2F%5Cevil.example",
                "%2Fadmin%2F%2Fevil.example",
                "javascript%3Aalert(1)"
            })
    void aLoginLeadsToAPageOfTheConsoleOnly(String next) {
        RawHttp.Answer login = client.tryLogIn(RunningMirror.TOKEN, "&next=" + next);

        assertThat(login.header("location")).contains("/admin/");
        assertThat(login.header("set-cookie").orElseThrow()).startsWith("seedbed-console=");
    }

    @Test
    void aPageThatWasWantedIsShownAfterTheLogin() {
        RawHttp.Answer asked = mirror.http().send("GET", "/admin/whitelist", "Accept: text/html");

        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text()).contains("name=\"next\" value=\"/admin/whitelist\"");
        assertThat(client.tryLogIn(RunningMirror.TOKEN, "&next=%2Fadmin%2Fwhitelist")
                        .header("location"))
                .contains("/admin/whitelist");
    }

    @Test
    void afterAFormWhoseSessionHasEndedTheConsoleBeginsAtItsFront() {
        RawHttp.Answer late = client.send("POST", "/admin/listings/add", "info_hash=x", "Accept: text/html");

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text()).contains("name=\"next\" value=\"/admin/\"");
    }
}
