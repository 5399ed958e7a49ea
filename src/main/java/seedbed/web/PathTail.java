package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;

/** What follows the path that a servlet is mapped to, decoded, without the slashes around it. */
final class PathTail {

    private PathTail() {}

    static String of(HttpServletRequest request) {
        String path = request.getPathInfo();
        String tail = path == null ? "" : path.substring(1);
        return tail.endsWith("/") ? tail.substring(0, tail.length() - 1) : tail;
    }
}
