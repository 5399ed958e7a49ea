package seedbed.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.admin.RunLog;
import seedbed.admin.RunReport;

/** Reports of runs in the table {@code run}, the latest thousand of them. */
public final class PostgresRunLog implements RunLog {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresRunLog.class);
    private static final int KEPT = 1000;

    private final Database database;

    public PostgresRunLog(Database database) {
        this.database = database;
    }

    /** Loaded with the first report: Jackson takes its time, and a start would have to wait for it. */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    @Override
    public void save(RunReport report) {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO run (id, finished, report) VALUES (?, now(), ?) ON CONFLICT (id) DO NOTHING");
                PreparedStatement sweep = connection.prepareStatement(
                        "DELETE FROM run WHERE id <= (SELECT id FROM run ORDER BY id DESC OFFSET ? LIMIT 1)")) {
            insert.setString(1, report.id());
            insert.setString(2, Json.MAPPER.writeValueAsString(report));
            insert.executeUpdate();
            sweep.setInt(1, KEPT);
            sweep.executeUpdate();
        } catch (SQLException | JsonProcessingException lost) {
            LOG.warn("the report of run {} could not be kept: {}", report.id(), lost.getMessage());
        }
    }

    @Override
    public Optional<RunReport> find(String id) {
        return read("SELECT report FROM run WHERE id = ?", id).stream().findFirst();
    }

    @Override
    public List<RunReport> recent(int most) {
        return read("SELECT report FROM run ORDER BY id DESC LIMIT ?", most);
    }

    private List<RunReport> read(String query, Object parameter) {
        List<RunReport> reports = new ArrayList<>();
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reports.add(Json.MAPPER.readValue(rows.getString(1), RunReport.class));
                }
            }
        } catch (SQLException | JsonProcessingException unreadable) {
            LOG.warn("reports of earlier runs cannot be read: {}", unreadable.getMessage());
        }
        return reports;
    }
}
