package seedbed.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What Flyway wrote down of the tables. That it has nothing left to do is seen from that without it: to load it and to
 * have it look takes a fifth of a start, and nearly every start finds its tables as they should be.
 */
final class SchemaHistory {

    static final String TABLE = "schema_history";
    static final String FOLDER = "sql";
    /** All in that folder; for repeatable ones, too, it is the last run that counts. */
    static final List<String> SCRIPTS = List.of(
            "V1__tracker_and_publication.sql", "V2__console.sql", "V3__ledger.sql", "V4__nodes.sql", "R__grants.sql");

    private static final String UNDEFINED_TABLE = "42P01";

    private SchemaHistory() {}

    /** Whether exactly our scripts were run, in the versions we have, and all of them to their end. */
    static boolean isCurrent(Connection connection) throws SQLException {
        Optional<Map<String, Integer>> applied = applied(connection);
        return applied.isPresent() && applied.get().equals(ours());
    }

    /** The checksums by script; empty where something failed or was not done by a script. */
    private static Optional<Map<String, Integer>> applied(Connection connection) throws SQLException {
        Map<String, Integer> checksums = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT script, checksum, success AND type = 'SQL' FROM "
                        + TABLE + " ORDER BY installed_rank")) {
            while (rows.next()) {
                if (!rows.getBoolean(3)) {
                    return Optional.empty();
                }
                checksums.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException failure) {
            if (UNDEFINED_TABLE.equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
        return Optional.of(checksums);
    }

    private static Map<String, Integer> ours() {
        Map<String, Integer> checksums = new HashMap<>();
        for (String script : SCRIPTS) {
            checksums.put(script, checksum(script));
        }
        return checksums;
    }

    /** As Flyway computes it, whatever the ends of the lines are. */
    private static int checksum(String script) {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(script), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (int) sum.getValue();
    }

    private static InputStream open(String script) throws IOException {
        String path = FOLDER + '/' + script;
        @Nullable InputStream content = SchemaHistory.class.getClassLoader().getResourceAsStream(path);
        if (content == null) {
            throw new IOException(path + " is missing in this program");
        }
        return content;
    }
}
