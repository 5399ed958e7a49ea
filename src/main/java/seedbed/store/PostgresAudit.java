package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import seedbed.admin.AuditEntry;
import seedbed.admin.AuditStore;
import seedbed.admin.AuditUnavailable;

/** The audit in the table {@code audit}, to which rows are only added. */
public final class PostgresAudit implements AuditStore {

    private final Database database;

    public PostgresAudit(Database database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit (time, who, what, address, result) VALUES (?, ?, ?, ?, ?)")) {
            insert.setObject(1, entry.time().atOffset(ZoneOffset.UTC));
            insert.setString(2, entry.who());
            insert.setString(3, entry.what());
            insert.setString(4, entry.address());
            insert.setString(5, entry.result());
            insert.executeUpdate();
        } catch (SQLException away) {
            throw unavailable(away);
        }
    }

    @Override
    public List<AuditEntry> latest(int most) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT time, who, what, address, result FROM audit ORDER BY id DESC LIMIT ?")) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<AuditEntry> latest = new ArrayList<>();
                while (rows.next()) {
                    latest.add(new AuditEntry(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
                return latest;
            }
        } catch (SQLException away) {
            throw unavailable(away);
        }
    }

    private AuditUnavailable unavailable(SQLException away) {
        return new AuditUnavailable("the audit in " + database + " cannot be reached: " + away.getMessage(), away);
    }
}
