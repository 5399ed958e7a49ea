package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser and a program that use the admin, as far as their requests go. */
final class AdminClient {

    private static final Pattern COOKIE = Pattern.compile("seedbed-console=([A-Za-z0-9_-]{43});.*");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([A-Za-z0-9_-]{43})\"");

    private final RunningMirror mirror;

    AdminClient(RunningMirror mirror) {
        this.mirror = mirror;
    }

    /** A browser that is logged in. */
    record Session(String cookie, String csrf) {
        String cookieHeader() {
            return "Cookie: seedbed-console=" + cookie;
        }
    }

    RawHttp.Answer send(String method, String target, String form, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        return mirror.http().sendBody(method, target, form, all.toArray(String[]::new));
    }

    /** As the operator. */
    RawHttp.Answer admin(String method, String target) {
        return mirror.admin(method, target);
    }

    /** Has a token made. */
    String token(String name, String... scopes) {
        String fields = "name=" + name + "&scope=" + String.join("&scope=", scopes);
        RawHttp.Answer made = send("POST", "/admin/tokens", fields, "Authorization: Bearer " + RunningMirror.TOKEN);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return json(made).get("token").asText();
    }

    static JsonNode json(RawHttp.Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException malformed) {
            throw new AssertionError(answer.text(), malformed);
        }
    }

    /** The answer to the login form. */
    RawHttp.Answer tryLogIn(String token, String more, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Accept: text/html");
        String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + more;
        return send("POST", "/admin/login", form, all.toArray(String[]::new));
    }

    Session logIn(String token) {
        String cookie = cookie(tryLogIn(token, ""));
        RawHttp.Answer page = page("/admin/runs", cookie);
        Matcher csrf = CSRF.matcher(page.text());
        assertThat(csrf.find()).as(page.text()).isTrue();
        return new Session(cookie, csrf.group(1));
    }

    static String cookie(RawHttp.Answer login) {
        assertThat(login.status()).as(login.text()).isEqualTo(303);
        Matcher matcher = COOKIE.matcher(login.header("set-cookie").orElseThrow());
        assertThat(matcher.matches()).isTrue();
        return matcher.group(1);
    }

    /** A page as a browser gets it. */
    RawHttp.Answer page(String path, String cookie) {
        return mirror.http().send("GET", path, "Accept: text/html", "Cookie: seedbed-console=" + cookie);
    }

    void logOut(String cookie) {
        Matcher csrf = CSRF.matcher(page("/admin/runs", cookie).text());
        assertThat(csrf.find()).isTrue();
        RawHttp.Answer out =
                send("POST", "/admin/logout", "csrf=" + csrf.group(1), "Cookie: seedbed-console=" + cookie);
        assertThat(out.status()).isEqualTo(303);
    }
}
