package seedbed.load;

import java.util.List;

/** What this tracker is to the others, of the figures of one run. */
record Ratios(List<Figures> figures) {

    Ratios {
        figures = List.copyOf(figures);
    }

    List<Reach> reached() {
        Figures kept = of(Contestants.SEEDBED, Way.KEPT_ALIVE);
        return List.of(
                Reach.atMost(
                        "CPU per announce, to the bare servlet, kept-alive",
                        1.3,
                        kept.serverMicrosTo(of(Contestants.BARE, Way.KEPT_ALIVE))),
                Reach.atLeast(
                        "announces/s, to opentracker, kept-alive client",
                        3,
                        kept.perSecondTo(of(Contestants.OPENTRACKER, Way.KEPT_ALIVE))),
                Reach.atLeast(
                        "announces/s, to opentracker, connection each",
                        0.7,
                        of(Contestants.SEEDBED, Way.CONNECTION_EACH)
                                .perSecondTo(of(Contestants.OPENTRACKER, Way.CONNECTION_EACH))),
                Reach.atLeast(
                        "announces/s through lighttpd's socket, to the bare servlet there",
                        0.9,
                        of(Contestants.SEEDBED, Way.LIGHTTPD_SOCKET)
                                .perSecondTo(of(Contestants.BARE, Way.LIGHTTPD_SOCKET))),
                Reach.atLeast(
                        "announces/s, to a statement per announce",
                        10,
                        kept.perSecondTo(of(Contestants.STATEMENT, Way.KEPT_ALIVE))));
    }

    private Figures of(String contestant, Way way) {
        return figures.stream()
                .filter(row -> row.contestant().equals(contestant) && row.way() == way)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not measured: " + contestant + ", " + way));
    }
}
