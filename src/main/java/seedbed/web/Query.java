package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The query string of a request to the admin, read here because the container's parameters would include those of a form
 * in the body. Names and values that matter are plain ASCII.
 */
record Query(List<String> pairs) {

    static Query of(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Query(query == null ? List.of() : Arrays.asList(query.split("&")));
    }

    boolean isTrue(String name) {
        return value(name).filter(value -> value.equals("true")).isPresent();
    }

    /** A value that is text for people; empty text if there is none, or none that can be read. */
    String decoded(String name) {
        try {
            return URLDecoder.decode(value(name).orElse(""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    Optional<String> value(String name) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(name + '='))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
