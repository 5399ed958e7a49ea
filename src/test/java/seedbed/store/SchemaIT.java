package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
