package seedbed.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;

/** What programs use of the machine, as /proc has it (proc(5)). */
final class Consumption {

    /** The kernel counts in hundredths of a second whatever it ticks in. */
    private static final long MICROS_PER_TICK = 10_000;

    private Consumption() {}

    /** Microseconds of CPU since their start, in and for them, their living children and the dead ones. */
    static long cpuMicros(Collection<Program> programs) {
        return programs.stream()
                .flatMap(Program::pids)
                .mapToLong(Consumption::cpuMicros)
                .sum();
    }

    private static long cpuMicros(long pid) {
        String stat = read(pid, "stat");
        // The second field is a name in brackets and may contain anything; utime, stime, cutime, cstime are 14 to 17.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        long ticks = 0;
        for (int field = 11; fields.length > 14 && field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MICROS_PER_TICK;
    }

    /** Bytes resident for a program alone and its share of what it has in common with others, children included. */
    static long proportionalBytes(Program program) {
        return program.pids()
                        .mapToLong(pid -> kilobytes(pid, "smaps_rollup", "Pss:"))
                        .sum()
                * 1024;
    }

    /** Bytes resident of the program itself. */
    static long residentBytes(Program program) {
        return kilobytes(program.pid(), "status", "VmRSS:") * 1024;
    }

    private static long kilobytes(long pid, String file, String name) {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** What /proc says of a process; nothing if it has just ended. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "/proc of process " + pid + " can be read by whoever started it", unreadable);
        }
    }
}
