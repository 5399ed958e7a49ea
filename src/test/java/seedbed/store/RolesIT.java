package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles of roles.sql: each may do its own work, and is refused what is not its own. */
final class RolesIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String HASH = "'\\xabababababababababababababababababababab'";
    private static final String PEER =
            "INSERT INTO peer VALUES (" + HASH + ", '\\x0a0000011388', " + HASH + ", '', 0, 0, 0, 0, now())";
    private static final String LISTING = "INSERT INTO whitelist (info_hash, origin, path, name) VALUES (" + HASH
            + ", 'manual', '', '') ON CONFLICT DO NOTHING";

    private static DatabaseAddress superuser;

    @BeforeAll
    static void makeTheRolesAsAnOperatorDoes() throws Exception {
        superuser = TestDatabase.empty();
        // psql's own commands and variables, done by hand.
        String script = Files.readString(Path.of("sql/roles.sql"))
                .replaceAll("(?m)^\\\\set .*$", "")
                .replace(":'owner_password'", "'secret'")
                .replace(":'tracker_password'", "'secret'")
                .replace(":'publisher_password'", "'secret'");
        TestDatabase.execute(superuser, script);
        new Schema(as("seedbed_owner")).migrate();
    }

    private static DatabaseAddress as(String role) {
        DatabaseAddress plain = new DatabaseAddress(superuser.url().replaceAll("\\?.*", ""), "", "");
        return plain.as(role, "secret");
    }

    private static void run(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(as(role).url(), role, "secret");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.rollback();
        }
    }

    private static void assertRefused(String role, String sql) {
        assertThatThrownBy(() -> run(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PEER,
                "UPDATE peer SET uploaded = 1",
                "DELETE FROM peer",
                "INSERT INTO swarm VALUES (" + HASH + ", 1)",
                "INSERT INTO node VALUES (gen_random_uuid(), now())",
                "DELETE FROM node_news",
                "INSERT INTO traffic VALUES (" + HASH + ", now(), 'campus', 1, 1)",
                "SELECT * FROM whitelist"
            })
    void theTrackerWritesPeersAndTrafficAndReadsTheWhitelist(String sql) {
        assertThatCode(() -> run("seedbed_tracker", sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LISTING,
                "UPDATE whitelist SET note = 'x'",
                "DELETE FROM whitelist",
                "SELECT * FROM token",
                "INSERT INTO token (name, digest, scopes) VALUES ('x', sha256('x'), '{admin}')",
                "SELECT * FROM audit",
                "INSERT INTO audit (time, who, what, address, result) VALUES (now(), '', '', '', '')",
                "SELECT * FROM run",
                "DELETE FROM run",
                "TRUNCATE peer",
                "DROP TABLE peer",
                "CREATE TABLE mine (a int)",
                "ALTER TABLE peer ADD COLUMN a int"
            })
    void theTrackerIsRefusedTheRest(String sql) {
        assertRefused("seedbed_tracker", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LISTING,
                "UPDATE whitelist SET note = 'x'",
                "DELETE FROM whitelist",
                "INSERT INTO run VALUES ('1', now(), '{}')",
                "INSERT INTO token (name, digest, scopes) VALUES ('x', sha256('x'), '{admin}')",
                "UPDATE token SET last_used = now()",
                "DELETE FROM token",
                "INSERT INTO audit (time, who, what, address, result) VALUES (now(), '', '', '', '')",
                "SELECT * FROM audit",
                "SELECT * FROM peer",
                "SELECT * FROM swarm",
                "SELECT * FROM traffic"
            })
    void thePublisherWritesWhatTheAdminDoesAndReadsTheRest(String sql) {
        assertThatCode(() -> run("seedbed_publisher", sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PEER,
                "UPDATE peer SET uploaded = 1",
                "DELETE FROM peer",
                "INSERT INTO swarm VALUES (" + HASH + ", 1)",
                "DELETE FROM traffic",
                "UPDATE audit SET who = 'somebody else'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "DROP TABLE audit",
                "CREATE TABLE mine (a int)"
            })
    void thePublisherIsRefusedTheRest(String sql) {
        assertRefused("seedbed_publisher", sql);
    }

    @ParameterizedTest
    @CsvSource({"seedbed_owner", "seedbed_tracker", "seedbed_publisher"})
    void noRoleIsMoreThanItSays(String role) {
        assertRefused(role, "CREATE ROLE another");
        assertRefused(role, "COPY run TO PROGRAM 'true'");
    }

    @Test
    void theOwnerMayDoEverything() {
        assertThatCode(() -> run("seedbed_owner", PEER)).doesNotThrowAnyException();
    }
}
