package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import seedbed.admin.ListedTorrent;
import seedbed.protocol.InfoHash;
import seedbed.release.Listing;
import seedbed.release.WhitelistUnavailable;

final class PostgresWhitelistIT {

    private static final InfoHash ONE = InfoHash.ofHex("11".repeat(20));
    private static final InfoHash TWO = InfoHash.ofHex("22".repeat(20));
    private final Instant later = Instant.now().plus(Duration.ofHours(1));
    private final Instant longAgo = Instant.now().minus(Duration.ofHours(1));

    private DatabaseAddress address;
    private Database database;
    private PostgresWhitelist whitelist;

    @BeforeEach
    void openTable() throws SQLException {
        address = TestDatabase.migrated();
        database = new Database(address, "test", 2);
        whitelist = new PostgresWhitelist(database);
    }

    @AfterEach
    void closeTable() {
        database.close();
    }

    @Test
    void publishedTorrentsAreListed() throws SQLException {
        whitelist.list(List.of(listing(ONE), listing(TWO)));

        assertThat(whitelist.listed().keySet()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(whitelist.published()).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void theSizeOfAPublishedTorrentIsKnownAndThatOfOthersIsNot() throws SQLException {
        whitelist.list(List.of(listing(ONE)));
        whitelist.add(TWO, "");

        assertThat(whitelist.listed()).containsEntry(ONE, OptionalLong.of(7)).containsEntry(TWO, OptionalLong.empty());
    }

    @Test
    void theTwoHashesOfAHybridAreKnownToBeOfOneTorrent() throws SQLException {
        InfoHash three = InfoHash.ofHex("33".repeat(20));
        whitelist.list(List.of(
                new Listing(TWO, "a/hybrid.torrent", "hybrid", 7),
                new Listing(ONE, "a/hybrid.torrent", "hybrid", 7),
                new Listing(three, "a/other.torrent", "hybrid", 7)));
        whitelist.add(InfoHash.ofHex("44".repeat(20)), "");
        whitelist.add(InfoHash.ofHex("55".repeat(20)), "");

        assertThat(whitelist.secondHashes()).containsExactly(Map.entry(TWO, ONE));
    }

    @Test
    void aTorrentThatTookThePathOfAnotherIsNotThatOther() throws SQLException {
        whitelist.list(List.of(new Listing(ONE, "a/weekly.torrent", "weekly", 7)));
        whitelist.list(List.of(new Listing(TWO, "a/weekly.torrent", "weekly", 7)));
        whitelist.expireOthers(Set.of(TWO), later);

        assertThat(whitelist.secondHashes()).isEmpty();
    }

    @Test
    void listingTwiceIsListingOnce() throws SQLException {
        whitelist.list(List.of(listing(ONE)));
        whitelist.list(List.of(new Listing(ONE, "moved/one.torrent", "one", 1)));

        assertThat(whitelist.all()).extracting(ListedTorrent::path).containsExactly("moved/one.torrent");
    }

    @Test
    void aRemovedTorrentStaysListedUntilItExpires() throws SQLException {
        whitelist.list(List.of(listing(ONE), listing(TWO)));

        whitelist.expireOthers(Set.of(ONE), later);

        assertThat(whitelist.published()).containsExactly(ONE);
        assertThat(whitelist.listed().keySet()).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void anExpiredTorrentIsNoLongerListed() throws SQLException {
        whitelist.list(List.of(listing(ONE), listing(TWO)));

        whitelist.expireOthers(Set.of(ONE), longAgo);

        assertThat(whitelist.listed().keySet()).containsExactly(ONE);
    }

    @Test
    void removingAgainDoesNotProlongTheGrace() throws SQLException {
        whitelist.list(List.of(listing(ONE)));
        whitelist.expireOthers(Set.of(), longAgo);

        whitelist.expireOthers(Set.of(), later);

        assertThat(whitelist.listed().keySet()).isEmpty();
    }

    @Test
    void aTorrentThatComesBackDoesNotExpire() throws SQLException {
        whitelist.list(List.of(listing(ONE)));
        whitelist.expireOthers(Set.of(), later);

        whitelist.list(List.of(listing(ONE)));

        assertThat(whitelist.published()).containsExactly(ONE);
    }

    @Test
    void entriesMadeByHandOutliveEveryRelease() throws SQLException {
        assertThat(whitelist.add(ONE, "")).isTrue();
        assertThat(whitelist.add(ONE, "")).isFalse();

        whitelist.expireOthers(Set.of(), longAgo);

        assertThat(whitelist.listed().keySet()).containsExactly(ONE);
        assertThat(whitelist.published()).isEmpty();
    }

    @Test
    void takingBackWhatWasListedByHandLeavesWhatIsPublished() throws SQLException {
        whitelist.list(List.of(listing(ONE)));
        whitelist.add(ONE, "");
        assertThat(whitelist.of(ONE)).extracting(ListedTorrent::origin).containsExactly("manual", "release");

        assertThat(whitelist.remove(ONE)).isTrue();
        assertThat(whitelist.remove(ONE)).isFalse();

        assertThat(whitelist.of(ONE)).extracting(ListedTorrent::origin).containsExactly("release");
    }

    @Test
    @Timeout(30)
    void aFollowerIsToldOfEveryChangeByAnotherProcess() throws Exception {
        BlockingQueue<Set<InfoHash>> told = new LinkedBlockingQueue<>();
        WhitelistFollower follower =
                new WhitelistFollower(address, () -> told.add(whitelist.listed().keySet()), Duration.ofMillis(50));
        Thread thread = new Thread(follower);
        thread.start();
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEmpty();

        whitelist.list(List.of(listing(ONE)));

        assertThat(told.poll(2, TimeUnit.SECONDS)).containsExactly(ONE);
        follower.close();
        thread.join();
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAway() {
        Database away = new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", ""), "test", 1);

        assertThatThrownBy(() -> new PostgresWhitelist(away).published())
                .isInstanceOf(WhitelistUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none cannot be reached");
        away.close();
    }

    private static Listing listing(InfoHash hash) {
        return new Listing(hash, hash.hex().substring(0, 2) + ".torrent", "name", 7);
    }
}
