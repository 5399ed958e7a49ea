package seedbed.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tracker that is running, and the programs that work for it.
 *
 * @param name as the report has it
 * @param server the tracker itself
 * @param port where it is reached directly
 * @param fronts the front server of each way that has one
 * @param databases whose work is counted apart, as that of front servers is
 */
record Contestant(String name, Program server, int port, Map<Way, Lighttpd> fronts, List<Program> databases) {

    Contestant {
        fronts = Map.copyOf(fronts);
        databases = List.copyOf(databases);
    }

    int port(Way way) {
        return way.isDirect() ? port : front(way).port();
    }

    Lighttpd front(Way way) {
        Lighttpd front = fronts.get(way);
        if (front == null) {
            throw new IllegalArgumentException(name + " has no front server for " + way);
        }
        return front;
    }

    /** All that works for it besides itself. */
    List<Program> around() {
        return Stream.concat(fronts.values().stream().map(Lighttpd::program), databases.stream())
                .toList();
    }
}
