package seedbed.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.admin.NamedToken;
import seedbed.admin.Scope;
import seedbed.admin.TokenStore;
import seedbed.admin.TokensUnavailable;

/** Named tokens in the table {@code token}. */
public final class PostgresTokens implements TokenStore {

    private final Database database;

    public PostgresTokens(Database database) {
        this.database = database;
    }

    @Override
    public List<Kept> all() {
        return asking(
                "SELECT name, digest, scopes, created, expires, last_used FROM token ORDER BY name", statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<Kept> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(new Kept(token(rows), rows.getBytes(2)));
                        }
                        return all;
                    }
                });
    }

    private static NamedToken token(ResultSet rows) throws SQLException {
        return new NamedToken(
                rows.getString(1), scopes(rows.getArray(3)), time(rows, 4).orElseThrow(), time(rows, 5), time(rows, 6));
    }

    private static Set<Scope> scopes(Array words) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) words.getArray()).map(Scope::of).forEach(scope -> scope.ifPresent(scopes::add));
        return scopes;
    }

    private static Optional<Instant> time(ResultSet rows, int column) throws SQLException {
        @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean add(Kept kept) {
        String insert = "INSERT INTO token (name, digest, scopes, created, expires) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (name) DO NOTHING";
        NamedToken token = kept.token();
        Object[] words = Scope.words(token.scopes()).toArray();
        return asking(insert, statement -> {
            statement.setString(1, token.name());
            statement.setBytes(2, kept.digest());
            statement.setArray(3, statement.getConnection().createArrayOf("text", words));
            statement.setObject(4, token.created().atOffset(ZoneOffset.UTC));
            statement.setObject(
                    5, token.expires().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null));
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public boolean remove(String name) {
        return asking("DELETE FROM token WHERE name = ?", statement -> {
            statement.setString(1, name);
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public void used(String name, Instant when) {
        // Several processes may note the use of one token: the latest stays.
        asking("UPDATE token SET last_used = greatest(last_used, ?) WHERE name = ?", statement -> {
            statement.setObject(1, when.atOffset(ZoneOffset.UTC));
            statement.setString(2, name);
            return statement.executeUpdate();
        });
    }

    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }

    private <T> T asking(String sql, Question<T> question) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.ask(statement);
        } catch (SQLException away) {
            throw new TokensUnavailable("the tokens in " + database + " cannot be reached: " + away.getMessage(), away);
        }
    }
}
