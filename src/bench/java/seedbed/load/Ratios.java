package seedbed.load;

import java.util.List;

/** What this tracker is to the others, of the figures of one run. */
record Ratios(List<Figures> figures) {

    Ratios {
        figures = List.copyOf(figures);
    }

    List<Reach> reached() {
        Figures kept = of(Contestants.SEEDBED, Way.KEPT_ALIVE);
        Figures opentracker = of(Contestants.OPENTRACKER, Way.KEPT_ALIVE);
        return List.of(
                Reach.atMost(
                        "CPU per announce, to the bare servlet, kept-alive",
                        1.3,
                        kept.serverMicros()
                                / of(Contestants.BARE, Way.KEPT_ALIVE).serverMicros()),
                Reach.atLeast(
                        "announces/s, to opentracker, kept-alive client",
                        3,
                        kept.perSecond() / opentracker.perSecond()),
                Reach.atLeast(
                        "announces/s, to opentracker, connection each",
                        0.7,
                        of(Contestants.SEEDBED, Way.CONNECTION_EACH).perSecond()
                                / of(Contestants.OPENTRACKER, Way.CONNECTION_EACH)
                                        .perSecond()),
                Reach.atLeast(
                        "announces/s through lighttpd's socket, to the bare servlet there",
                        0.9,
                        of(Contestants.SEEDBED, Way.LIGHTTPD_SOCKET).perSecond()
                                / of(Contestants.BARE, Way.LIGHTTPD_SOCKET).perSecond()),
                Reach.atLeast(
                        "announces/s, to a statement per announce",
                        10,
                        kept.perSecond()
                                / of(Contestants.STATEMENT, Way.KEPT_ALIVE).perSecond()));
    }

    private Figures of(String contestant, Way way) {
        return figures.stream()
                .filter(row -> row.contestant().equals(contestant) && row.way() == way)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not measured: " + contestant + ", " + way));
    }
}
