package seedbed.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes answers: bytes, JSON, and errors as JSON or, for a browser, as a page. */
final class Answers {

    static final String JSON = "application/json";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%3$s/_seedbed/console/colours.css">
            <link rel="stylesheet" href="%3$s/_seedbed/console/seedbed.css">
            </head>
            <body><main><h1>%1$s</h1><p>%2$s</p></main></body>
            </html>
            """;

    private Answers() {}

    /** Loaded with the first answer that is JSON: Jackson takes its time, and the first announce would wait for it. */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    static void bytes(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A value as JSON that no cache keeps. */
    static void json(HttpServletResponse response, int status, Object value) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        bytes(response, status, JSON, jsonBytes(value));
    }

    /** Lines for somebody to read, which no cache keeps. */
    static void text(HttpServletResponse response, int status, String lines) throws IOException {
        text(response, status, "text/plain; charset=utf-8", lines);
    }

    /** Text of some type that no cache keeps. */
    static void text(HttpServletResponse response, int status, String type, String lines) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        bytes(response, status, type, lines.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] jsonBytes(Object value) throws JsonProcessingException {
        return (Json.MAPPER.writeValueAsString(value) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Has a browser get another page, whatever method it came with. */
    static void seeOther(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    static void wrongMethod(HttpServletRequest request, HttpServletResponse response, String allowed)
            throws IOException {
        response.setHeader("Allow", allowed);
        error(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "wrong method");
    }

    /**
     * An error.
     *
     * @param message a fixed text: nothing of the request comes back in it
     */
    static void error(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        if (!wantsPage(request)) {
            json(response, status, Map.of("error", message));
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        String title = status + " " + title(status);
        bytes(
                response,
                status,
                "text/html; charset=utf-8",
                PAGE.formatted(title, message, request.getContextPath()).getBytes(StandardCharsets.UTF_8));
    }

    /** Says that the database would be needed and is away. */
    static void databaseAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        error(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the database is out of reach");
    }

    /** Browsers ask for HTML by name; everything else is better off with JSON. */
    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    /** A hook of git shows what it gets as it is. */
    static boolean wantsText(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/plain");
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST -> "Bad request";
            case HttpServletResponse.SC_UNAUTHORIZED -> "Not authorised";
            case HttpServletResponse.SC_FORBIDDEN -> "Not allowed";
            case HttpServletResponse.SC_NOT_FOUND -> "Not found";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "Method not allowed";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "Not available now";
            default -> "Error";
        };
    }
}
