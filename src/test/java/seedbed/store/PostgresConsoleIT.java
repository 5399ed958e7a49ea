package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.admin.AuditEntry;
import seedbed.admin.AuditUnavailable;
import seedbed.admin.ListedTorrent;
import seedbed.admin.NamedToken;
import seedbed.admin.Scope;
import seedbed.admin.TokenStore.Kept;
import seedbed.admin.TokensUnavailable;
import seedbed.protocol.InfoHash;

/** What the console keeps in the database. */
final class PostgresConsoleIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static DatabaseAddress address;
    private static Database database;
    private static PostgresTokens tokens;
    private static PostgresAudit audit;
    private static PostgresWhitelist whitelist;

    @BeforeAll
    static void open() throws SQLException {
        address = TestDatabase.migrated();
        database = new Database(address, "test", 2);
        tokens = new PostgresTokens(database);
        audit = new PostgresAudit(database);
        whitelist = new PostgresWhitelist(database);
    }

    @BeforeEach
    void empty() throws SQLException {
        TestDatabase.execute(address, "TRUNCATE token, audit, whitelist");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Kept kept(String name, int digest, Optional<Instant> expires) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) digest;
        return new Kept(
                new NamedToken(name, Set.of(Scope.READ, Scope.REGENERATE), NOW, expires, Optional.empty()), bytes);
    }

    @Test
    void aTokenComesBackAsItWasKept() {
        assertThat(tokens.add(kept("b", 2, Optional.of(NOW.plusSeconds(60))))).isTrue();
        assertThat(tokens.add(kept("a", 1, Optional.empty()))).isTrue();

        assertThat(tokens.all())
                .extracting(Kept::token)
                .containsExactly(
                        kept("a", 1, Optional.empty()).token(),
                        kept("b", 2, Optional.of(NOW.plusSeconds(60))).token());
        assertThat(tokens.all().get(0).digest()).startsWith(1, 0);
    }

    @Test
    void aNameIsKeptOnce() {
        tokens.add(kept("a", 1, Optional.empty()));

        assertThat(tokens.add(kept("a", 2, Optional.empty()))).isFalse();
        assertThat(tokens.all()).hasSize(1);
    }

    @Test
    void theLatestUseStays() {
        tokens.add(kept("a", 1, Optional.empty()));

        tokens.used("a", NOW.plusSeconds(10));
        tokens.used("a", NOW.plusSeconds(5));

        assertThat(tokens.all().get(0).token().lastUsed()).contains(NOW.plusSeconds(10));
    }

    @Test
    void aTokenIsRemovedOnce() {
        tokens.add(kept("a", 1, Optional.empty()));

        assertThat(tokens.remove("a")).isTrue();
        assertThat(tokens.remove("a")).isFalse();
    }

    @Test
    void theAuditIsReadFromItsEnd() {
        for (int i = 0; i < 3; i++) {
            audit.add(new AuditEntry(NOW, "who" + i, "what", "192.0.2.1", "done 200"));
        }

        assertThat(audit.latest(2)).extracting(AuditEntry::who).containsExactly("who2", "who1");
        assertThat(audit.latest(1).get(0)).isEqualTo(new AuditEntry(NOW, "who2", "what", "192.0.2.1", "done 200"));
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBe() {
        try (Database nowhere =
                new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", ""), "test", 1)) {
            assertThatThrownBy(() -> new PostgresTokens(nowhere).all()).isInstanceOf(TokensUnavailable.class);
            assertThatThrownBy(() -> new PostgresAudit(nowhere).latest(1)).isInstanceOf(AuditUnavailable.class);
        }
    }

    @Test
    void aSearchFindsHashesAndNotesWhateverTheirCase() {
        whitelist.add(InfoHash.ofHex("ab".repeat(20)), "For 100% of Ada's class");
        whitelist.add(InfoHash.ofHex("cd".repeat(20)), "other");

        assertThat(whitelist.search("ABAB", 10).entries()).hasSize(1);
        assertThat(whitelist.search("100% OF ada's", 10).entries())
                .extracting(ListedTorrent::note)
                .containsExactly("For 100% of Ada's class");
        assertThat(whitelist.search("%", 10).total()).isEqualTo(1);
        assertThat(whitelist.search("", 1).entries()).hasSize(1);
        assertThat(whitelist.search("", 1).total()).isEqualTo(2);
        assertThat(whitelist.search("nothing", 10).total()).isZero();
    }

    @Test
    void listingAgainChangesTheNoteAndAnEmptyOneLeavesIt() {
        InfoHash hash = InfoHash.ofHex("ab".repeat(20));

        assertThat(whitelist.add(hash, "first")).isTrue();
        assertThat(whitelist.add(hash, "second")).isFalse();
        assertThat(whitelist.add(hash, "")).isFalse();

        assertThat(whitelist.of(hash)).extracting(ListedTorrent::note).containsExactly("second");
    }
}
