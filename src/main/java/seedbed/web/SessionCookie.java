package seedbed.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;

/** The cookie that holds the id of a console's session. No script can read it, and no other site can have it sent. */
final class SessionCookie {

    static final String NAME = "seedbed-console";

    private SessionCookie() {}

    /** Every id that came along: a cookie of the same name for another path may be among them. */
    static List<String> ids(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .toList();
    }

    /** @param secure whether the browser may send it over TLS alone */
    static void set(HttpServletRequest request, HttpServletResponse response, String id, boolean secure) {
        write(request, response, id, secure, "");
    }

    static void clear(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        write(request, response, "", secure, "; Max-Age=0");
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String value, boolean secure, String more) {
        response.addHeader(
                "Set-Cookie",
                NAME + '=' + value + "; Path=" + request.getContextPath() + "/admin; HttpOnly; SameSite=Strict"
                        + (secure ? "; Secure" : "") + more);
    }
}
