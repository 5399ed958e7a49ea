package seedbed.load;

import java.nio.file.Path;
import java.util.List;

/**
 * A load, and what it cost.
 *
 * @param served what wrk saw
 * @param serverMicros of CPU for each announce, in the tracker
 * @param aroundMicros of CPU for each announce, in front servers and databases
 * @param residentBytes of the tracker, at the end
 */
record Measured(Served served, double serverMicros, double aroundMicros, long residentBytes) {

    static Measured of(Contestant contestant, Way way, Load load, Path directory) throws Exception {
        List<Program> server = List.of(contestant.server());
        long serverBefore = Consumption.cpuMicros(server);
        long aroundBefore = Consumption.cpuMicros(contestant.around());
        Load shaped = way == Way.CONNECTION_EACH ? load.closing() : load;
        Served served = shaped.on(contestant.port(way), directory);
        double announces = served.announces();
        return new Measured(
                served,
                (Consumption.cpuMicros(server) - serverBefore) / announces,
                (Consumption.cpuMicros(contestant.around()) - aroundBefore) / announces,
                Consumption.residentBytes(contestant.server()));
    }
}
