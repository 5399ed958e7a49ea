package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.GonePeer;
import seedbed.swarm.PeerRef;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

class PostgresPeerStoreIT extends PeerStoreScene {

    @Test
    void aPeerIsReadBackAsItWasWritten() throws Exception {
        StoredPeer v4 = peer("192.0.2.7", 1, PeerStatus.SEED);
        StoredPeer v6 = peer("2001:db8::7", 65535, PeerStatus.PARTIAL);
        StoredPeer leecher = peer("10.1.2.3", 6881, PeerStatus.LEECHER);

        store.save(new SwarmChanges(List.of(v4, v6, leecher), List.of(), Map.of()));

        assertThat(peers()).containsExactlyInAnyOrder(v4, v6, leecher);
    }

    @Test
    void aPeerWithoutKeyAndWithAllByteValuesIsReadBack() throws Exception {
        StoredPeer plain = new StoredPeer(
                hash(), address("192.0.2.7", 7), id(), ClientKey.NONE, PeerStatus.LEECHER, 0, Long.MAX_VALUE, -1, SEEN);

        store.save(new SwarmChanges(List.of(plain), List.of(), Map.of()));

        assertThat(peers()).containsExactly(plain);
    }

    @Test
    void writingAPeerAgainReplacesIt() throws Exception {
        StoredPeer before = peer("192.0.2.7", 1, PeerStatus.LEECHER);
        StoredPeer after = new StoredPeer(
                before.infoHash(), before.address(), id(), key(), PeerStatus.SEED, 1, 2, 0, SEEN.plusSeconds(60));

        store.save(new SwarmChanges(List.of(before), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(after), List.of(), Map.of()));

        assertThat(peers()).containsExactly(after);
    }

    @Test
    void peersThatLeftAreDeletedAndUnknownOnesDoNotMatter() throws Exception {
        StoredPeer stays = peer("192.0.2.7", 1, PeerStatus.SEED);
        StoredPeer leaves = peer("192.0.2.8", 1, PeerStatus.SEED);
        store.save(new SwarmChanges(List.of(stays, leaves), List.of(), Map.of()));

        PeerRef unknown = new PeerRef(hash(), stays.address());
        store.save(new SwarmChanges(
                List.of(), List.of(new GonePeer(leaves.ref(), SEEN), new GonePeer(unknown, SEEN)), Map.of()));

        assertThat(peers()).containsExactly(stays);
    }

    @Test
    void whatWasHeardEarlierDoesNotReplaceAPeer() throws Exception {
        StoredPeer late = peer("192.0.2.7", 1, PeerStatus.SEED);
        StoredPeer early = seenAt(late, SEEN.minusSeconds(1));

        store.save(new SwarmChanges(List.of(late), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(early), List.of(), Map.of()));

        assertThat(peers()).containsExactly(late);
    }

    @Test
    void aPeerThatWasHeardOfSinceIsNotDeleted() throws Exception {
        StoredPeer peer = peer("192.0.2.7", 1, PeerStatus.SEED);

        store.save(new SwarmChanges(List.of(peer), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(), List.of(new GonePeer(peer.ref(), SEEN.minusSeconds(1))), Map.of()));

        assertThat(peers()).containsExactly(peer);
    }

    @Test
    void aPeerThatWentAndCameBackIsThere() throws Exception {
        StoredPeer peer = peer("192.0.2.7", 1, PeerStatus.SEED);

        store.save(new SwarmChanges(List.of(peer), List.of(new GonePeer(peer.ref(), SEEN)), Map.of()));

        assertThat(peers()).containsExactly(peer);
    }

    @Test
    void whatAClockWroteThatHasBeenSetBackSinceIsReplacedAndDeleted() throws Exception {
        Instant ahead = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        StoredPeer stays = seenAt(peer("192.0.2.7", 1, PeerStatus.SEED), ahead);
        StoredPeer leaves = seenAt(peer("192.0.2.8", 1, PeerStatus.SEED), ahead);

        store.save(new SwarmChanges(List.of(stays, leaves), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(seenAt(stays, now)), List.of(new GonePeer(leaves.ref(), now)), Map.of()));

        assertThat(peers()).containsExactly(seenAt(stays, now));
    }

    @Test
    void peersNobodyHasSeenForLongAreDeleted() throws Exception {
        StoredPeer old =
                seenAt(peer("192.0.2.7", 1, PeerStatus.SEED), Instant.now().minusSeconds(7200));
        StoredPeer young = seenAt(
                peer("192.0.2.8", 1, PeerStatus.SEED),
                Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS));
        store.save(new SwarmChanges(List.of(old, young), List.of(), Map.of()));

        store.deleteUnseen(Duration.ofHours(1));

        assertThat(peers()).containsExactly(young);
    }

    @Test
    void completedDownloadsAddUp() throws Exception {
        InfoHash one = hash();
        InfoHash other = hash();

        store.save(new SwarmChanges(List.of(), List.of(), Map.of(one, 2L, other, 1L)));
        store.save(new SwarmChanges(List.of(), List.of(), Map.of(one, 3L)));

        assertThat(store.loadCompleted()).isEqualTo(Map.of(one, 5L, other, 1L));
    }

    @Test
    void manyPeersAreWrittenInOneGo() throws Exception {
        List<StoredPeer> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(peer("10." + i / 65536 + '.' + i / 256 % 256 + '.' + i % 256, 6881, PeerStatus.LEECHER));
        }

        store.save(new SwarmChanges(many, List.of(), Map.of()));

        assertThat(peers()).hasSize(20_000);
    }

    @Test
    void aBatchThatFailsChangesNothing() throws Exception {
        StoredPeer good = peer("192.0.2.7", 1, PeerStatus.SEED);
        TestDatabase.execute(address, "ALTER TABLE swarm ADD CHECK (completed < 10)");

        assertThatThrownBy(() -> store.save(new SwarmChanges(List.of(good), List.of(), Map.of(hash(), 11L))))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(peers()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAway() {
        Database away = new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", ""), "test", 1);

        assertThatThrownBy(() -> new PostgresPeerStore(away, UUID.randomUUID(), nanos::get).loadCompleted())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("counts could not be read: ");
        away.close();
    }
}
