package seedbed.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.rows.HeapUse;
import seedbed.savings.Session.Voice;

/** Sessions as rows of numbers, against the same sessions as objects in a map. */
final class DownloadsTest {

    private static final InfoHash TORRENT = InfoHash.ofHex("0123456789abcdef0123456789abcdef01234567");
    private static final OptionalLong SIZE = OptionalLong.of(1_000_000);
    private static final OptionalLong MAX_RATE = OptionalLong.of(50_000);
    private static final long SECOND = 1_000_000_000;

    private final Downloads rows = new Downloads();
    private final Map<DownloadName, Session> objects = new HashMap<>();
    private final Map<DownloadName, Long> lastSeen = new HashMap<>();
    private long now;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 40, 300})
    void rowsCountWhatObjectsCountWhileClientsComeAndGo(int clients) {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<DownloadName> names = names(random, clients);
            for (int step = 0; step < 1500; step++) {
                now += random.nextInt(3) * SECOND;
                DownloadName name = names.get(random.nextInt(clients));
                Voice voice = Voice.of(random.nextInt(8) > 0, random.nextInt(3) > 0);
                Statement next = statement(random);
                boolean starts = random.nextInt(20) == 0;
                assertThat(changeRow(name, voice, next, starts))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(changeObject(name, voice, next, starts));
                if (random.nextInt(100) == 0) {
                    expire(now - random.nextInt(100) * SECOND);
                }
            }
        }
    }

    private Growth changeRow(DownloadName name, Voice voice, Statement next, boolean starts) {
        return rows.change(
                name, () -> new Session(voice, next, SIZE), session -> session.hear(voice, next, starts, MAX_RATE));
    }

    private Growth changeObject(DownloadName name, Voice voice, Statement next, boolean starts) {
        Session known = objects.get(name);
        if (known == null) {
            objects.put(name, new Session(voice, next, SIZE));
            lastSeen.put(name, next.nanos());
            return Growth.NONE;
        }
        Growth growth = known.hear(voice, next, starts, MAX_RATE);
        long[] row = new long[Session.WIDE_WIDTH];
        known.write(row, 0);
        lastSeen.put(name, Session.lastSeen(row, 0));
        return growth;
    }

    private void expire(long before) {
        rows.expire(before);
        lastSeen.values().removeIf(seen -> seen - before < 0);
        objects.keySet().retainAll(lastSeen.keySet());

        Set<DownloadName> boxes = new HashSet<>();
        rows.collectBoxes(TORRENT, boxes);
        assertThat(boxes)
                .containsExactlyInAnyOrderElementsOf(objects.keySet().stream()
                        .filter(DownloadName::isOfSeedBox)
                        .map(DownloadName::ofAnyBox)
                        .distinct()
                        .toList());
        assertThat(rows.isEmpty()).isEqualTo(objects.isEmpty());
    }

    /** Clones among them: the same id and key, at several addresses. */
    private static List<DownloadName> names(Random random, int clients) {
        List<DownloadName> names = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            DownloadName name = name(client, random.nextBoolean() ? "" : "key" + random.nextInt(2));
            names.add(
                    switch (random.nextInt(4)) {
                        case 0 -> atBox(name(client / 3, "box"), IpAddress.v4(-random.nextInt(3)));
                        case 1 -> atBox(name(client / 3, "box"), IpAddress.v6(-1, -random.nextInt(3)));
                        default -> name;
                    });
        }
        return names;
    }

    private static DownloadName name(int client, String key) {
        return new DownloadName(
                TORRENT, LedgerScene.id(client), ClientKey.of(key.getBytes(StandardCharsets.US_ASCII)), null);
    }

    private static DownloadName atBox(DownloadName name, IpAddress address) {
        return new DownloadName(name.torrent(), name.peerId(), name.key(), address);
    }

    private Statement statement(Random random) {
        return new Statement(random.nextInt(1_000_000), random.nextInt(1_000), random.nextInt(1_000_000) - 1, now);
    }

    @Test
    void idsAndKeysWithTheirHighestBitsSetAreFoundAgain() {
        byte[] id = new byte[PeerId.LENGTH];
        Arrays.fill(id, (byte) 0xff);
        List<DownloadName> names = new ArrayList<>();
        for (int client = 0; client < 40; client++) {
            id[client % 20] = (byte) -client;
            ClientKey key = new ClientKey(-client, ClientKey.LENGTH);
            names.add(new DownloadName(TORRENT, PeerId.of(id), key, null));
        }
        Statement first = new Statement(0, 0, 0, 0);
        names.forEach(name -> changeRow(name, Voice.FIRST_HASH_V4, first, false));

        Statement later = new Statement(0, 7, 0, SECOND);
        assertThat(names)
                .allSatisfy(name -> assertThat(changeRow(name, Voice.FIRST_HASH_V4, later, false))
                        .isEqualTo(new Growth(0, 7)));
    }

    @Test
    void aSessionTakesAtMost136Bytes() {
        int torrents = 2_000;
        int clients = 100;
        double each = (double) HeapUse.of(() -> filled(torrents, clients)) / torrents / clients;

        assertThat(each).isLessThanOrEqualTo(136);
    }

    private static List<Downloads> filled(int torrents, int clients) {
        List<Downloads> all = new ArrayList<>();
        for (int torrent = 0; torrent < torrents; torrent++) {
            Downloads downloads = new Downloads();
            for (int client = 0; client < clients; client++) {
                Statement first = new Statement(0, 0, client, 0);
                downloads.change(
                        name(client, "key"),
                        () -> new Session(Voice.FIRST_HASH_V4, first, SIZE),
                        session -> Growth.NONE);
            }
            all.add(downloads);
        }
        return all;
    }
}
