package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaIT {

    @Test
    void anEmptyDatabaseGetsItsTables() throws SQLException {
        DatabaseAddress address = TestDatabase.empty();

        new Schema(address).migrate();

        try (Database database = new Database(address, "test", 1)) {
            assertThat(new PostgresWhitelist(database).listed().keySet()).isEmpty();
        }
    }

    @Test
    void aMigratedDatabaseIsLeftAsItIs() throws SQLException {
        DatabaseAddress address = TestDatabase.migrated();

        assertThatCode(() -> new Schema(address).migrate()).doesNotThrowAnyException();
    }

    @Test
    void whatFlywayHasWrittenDownIsSeenToBeCurrent() throws SQLException {
        assertThat(isCurrent(TestDatabase.migrated())).isTrue();
        assertThat(isCurrent(TestDatabase.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM schema_history WHERE script = 'R__grants.sql'",
                "UPDATE schema_history SET checksum = checksum + 1 WHERE script = 'V2__console.sql'",
                "UPDATE schema_history SET success = false WHERE script = 'V4__nodes.sql'",
                "UPDATE schema_history SET type = 'BASELINE' WHERE script = 'V1__tracker_and_publication.sql'",
                "INSERT INTO schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'test', now(), 1, true"
            })
    void anythingElseIsLeftToFlyway(String change) throws SQLException {
        DatabaseAddress address = TestDatabase.migrated();

        try (Connection connection = Database.dedicated(address, "test");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
            assertThat(SchemaHistory.isCurrent(connection)).isFalse();
        }
    }

    @Test
    void everyMigrationThatIsThereIsKnownByName() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("sql"))) {
            assertThat(scripts.map(script -> script.getFileName().toString())
                            .filter(name -> name.matches("[VR].*__.*\\.sql")))
                    .containsExactlyInAnyOrderElementsOf(SchemaHistory.SCRIPTS);
        }
    }

    private static boolean isCurrent(DatabaseAddress address) throws SQLException {
        try (Connection connection = Database.dedicated(address, "test")) {
            return SchemaHistory.isCurrent(connection);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNoMigrationThatFailed() {
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", "");

        assertThatThrownBy(() -> new Schema(nowhere).migrate())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void anAddressNeverShowsItsPassword() {
        DatabaseAddress address =
                new DatabaseAddress("jdbc:postgresql://db/seedbed?password=secret", "owner", "secret");

        assertThat(address.toString()).isEqualTo("jdbc:postgresql://db/seedbed");
    }
}
