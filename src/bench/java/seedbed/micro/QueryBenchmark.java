package seedbed.micro;

import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import seedbed.protocol.AnnounceParser;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.RefusedException;

/** The query of an announce, read. */
@State(Scope.Thread)
public class QueryBenchmark {

    private static final int QUERIES = 1024;

    private final AnnounceParser parser = new AnnounceParser(50, 200, Announces.INFO_HASH::equals);
    private final String[] queries =
            IntStream.range(0, QUERIES).mapToObj(Announces::query).toArray(String[]::new);
    private int next;

    @Benchmark
    public AnnounceRequest parse() throws RefusedException {
        return parser.parse(queries[next++ & QUERIES - 1]);
    }
}
