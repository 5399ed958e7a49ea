package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static seedbed.torrent.TorrentVersion.HYBRID;
import static seedbed.torrent.TorrentVersion.V1;
import static seedbed.torrent.TorrentVersion.V2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.bencode.ByteString;

class TorrentFaultsTest {

    private static TorrentBuilder two() {
        return new TorrentBuilder(7).file("a", 20_000).file("b", 5);
    }

    private static TorrentBuilder one() {
        return new TorrentBuilder(7).name("a").single(20_000);
    }

    private static ByteString raw(String text) {
        return ByteString.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<TorrentFault> faults(byte[] bytes) {
        return new TorrentReader().read(bytes).faults();
    }

    static Stream<Arguments> errors() {
        String hash = "h".repeat(32);
        return Stream.of(
                arguments(one().outer("info", raw("4:info")), V1, "key 'info' must be a dictionary but is a string"),
                arguments(one().info("name", raw("i1e")), V1, "key 'info.name' must be a string but is an integer"),
                arguments(one().info("name", raw("0:")), V1, "key 'info.name' must be a plain file name but is empty"),
                arguments(one().info("name.utf-8", raw("2:..")), V1, "key 'info.name.…' must be a plain file name"),
                arguments(one().info("private", raw("i1e")), V1, "key 'info.private' must be 0 or missing"),
                arguments(one().info("private", raw("1:1")), V1, "key 'info.private' must be an integer"),
                arguments(one().info("meta version", raw("i3e")), V1, "key 'info.meta version' must be 1 or 2"),
                arguments(one().info("piece length", raw("i0e")), V1, "must be an integer from 1 to 536854528"),
                arguments(one().info("piece length", raw("i536870912e")), V1, "must be an integer from 1 to 536854528"),
                arguments(one().info("piece length", raw("i8192e")), V2, "must be a power of two from 16384"),
                arguments(one().info("piece length", raw("i49152e")), HYBRID, "must be a power of two from 16384"),
                arguments(
                        one().info("piece length", raw("i99999999999999999999e")), V1, "must be an integer of at most"),
                arguments(one().info("length", raw("i-1e")), V1, "key 'info.length' must be a number of bytes from 0"),
                arguments(one().info("length", raw("i17592186044416e")), V1, "with a total below 16 TiB"),
                arguments(one().info("length", raw("i0e")), V1, "key 'info' must describe at least one byte"),
                arguments(one().info("files", raw("le")), V1, "key 'info.length' must be missing because 'info.files'"),
                arguments(
                        one().info("pieces", raw("20:" + "p".repeat(20))), V1, "must be a string of 40 bytes, 20 for"),
                arguments(
                        one().info("pieces", raw("41:" + "p".repeat(41))), V1, "must be a string of 40 bytes, 20 for"),
                arguments(one().info("pieces", raw("le")), V1, "key 'info.pieces' must be a string but is a list"),
                arguments(two().info("files", raw("li1ee")), V1, "key 'info.files[0]' must be a dictionary but is"),
                arguments(two().info("files", raw("ldee")), V1, "key 'info.files[0].path' is missing: expected a list"),
                arguments(two().info("files", raw("ld6:lengthi1eee")), V1, "key 'info.files[0].path' is missing"),
                arguments(two().info("files", raw("ld4:pathl1:aeee")), V1, "key 'info.files[0].length' is missing"),
                arguments(two().info("files", raw("ld6:lengthi1e4:pathleee")), V1, "must be a list of 1 to 100 names"),
                arguments(
                        two().info("files", raw("ld6:lengthi1e4:pathl1:ae10:path.utf-8l2:..eee")),
                        V1,
                        "key 'info.files[0].path.…' must be a plain file name but is '..'"),
                arguments(
                        two().info("files", raw("ld4:attr1:l6:lengthi1e4:pathl1:aeee")),
                        V1,
                        "key 'info.files[0].symlink path' is missing"),
                arguments(
                        two().info("files", raw("ld4:attr1:l4:pathl1:ae12:symlink pathl2:..eee")),
                        V1,
                        "key 'info.files[0].symlink path' must be a plain file name but is '..'"),
                arguments(two().info("file tree", raw("i1e")), V2, "key 'info.file tree' must be a dictionary"),
                arguments(
                        two().info("file tree", raw("de")), V2, "key 'info.file tree' must hold a file or a directory"),
                arguments(two().info("file tree", raw("d1:adee")), V2, "key 'info.file tree/a' must hold a file"),
                arguments(two().info("file tree", raw("d1:ai1ee")), V2, "key 'info.file tree/a' must be a dictionary"),
                arguments(two().info("file tree", raw("d1:ad0:i1eee")), V2, "'info.file tree/a' must describe a file"),
                arguments(two().info("file tree", raw("d2:..d0:deee")), V2, "must be a plain file name but is '..'"),
                arguments(
                        two().info("file tree", raw("d1:ad0:d6:lengthi1ee1:bd0:d6:lengthi0eeeee")),
                        V2,
                        "must be a plain file name but is empty"),
                arguments(
                        two().info("file tree", raw("d1:ad0:d6:lengthi1eeee")),
                        V2,
                        "key 'info.file tree/a.pieces root' is missing: expected a hash of 32 bytes"),
                arguments(
                        two().info("file tree", raw("d1:ad0:d6:lengthi1e11:pieces root32:" + "\0".repeat(32) + "eee")),
                        V2,
                        "key 'info.file tree/a.pieces root' must be a hash of 32 bytes that are not all zero"),
                arguments(
                        two().info("file tree", raw("d1:ad0:d6:lengthi01e11:pieces root32:" + hash + "eee")),
                        V2,
                        "key 'info' must be canonical bencode in a v2 torrent but an integer has a leading zero"),
                arguments(two().outer("piece layers", raw("le")), V2, "key 'piece layers' must be a dictionary"),
                arguments(two().outer("piece layers", raw("d1:a0:e")), V2, "key 'piece layers' must map hashes"),
                arguments(two().outer("piece layers", raw("d32:" + hash + "1:ae")), V2, "must map hashes of 32 bytes"),
                arguments(
                        two().info("files", raw("ld6:lengthi20000e4:pathl1:aeed6:lengthi5e4:pathl1:beee")),
                        HYBRID,
                        "key 'info.files' must have 'b' begin with a piece, after a padding file"),
                arguments(
                        two().info("files", raw("ld6:lengthi20000e4:pathl1:aeed6:lengthi5e4:pathl1:ceee")),
                        HYBRID,
                        "has 'c' in place of 'b'"),
                arguments(
                        two().info("files", raw("ld6:lengthi20000e4:pathl1:aeee")),
                        HYBRID,
                        "must have the same files but only one has 'b'"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("errors")
    @DisplayName("an error names the key, what was expected and the offset")
    void errorsAreNamed(TorrentBuilder builder, TorrentVersion version, String message) {
        assertThat(faults(builder.build(version)))
                .filteredOn(TorrentFault::error)
                .isNotEmpty()
                .anySatisfy(fault -> assertThat(fault.message())
                        .contains(message)
                        .endsWith("(at byte " + fault.offset() + ")")
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "/", "\\", "C:\\x", "a\0b", "../up"})
    void hostileNamesAreErrorsInEveryDescription(String name) {
        ByteString hostile = TorrentBuilder.encoded(name);
        ByteString files = raw("ld6:lengthi9e4:pathl" + hostile + "eee");
        ByteString tree = raw("d" + hostile + "d0:d6:lengthi0eeee");
        assertThat(faults(one().info("name", hostile).build(V1))).anyMatch(TorrentFault::error);
        assertThat(faults(two().info("files", files).build(V1))).anyMatch(TorrentFault::error);
        assertThat(faults(two().info("file tree", tree).build(V2))).anyMatch(TorrentFault::error);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'd4:infod6:lengthi1e', malformed bencode",
        "2, 'i1e', a torrent file must be a dictionary but is an integer",
        "3, 'de', key 'info' is missing: expected a dictionary",
        "4, 'd4:infodee', key 'info.name' is missing: expected a plain file name",
        "5, 'd4:infode4:infod1:ai1eee', key 'info' comes twice with different values",
        "6, 'd1:ai1e1:ai2e4:infodee', key 'a' comes twice with different values",
        "7, 'd4:infod4:name1:a4:name1:beee', key 'info.name' comes twice with different values"
    })
    void filesThatAreNoTorrentsAreErrors(int number, String file, String message) {
        assertThat(faults(raw(file).toBytes())).as("file %d", number).anySatisfy(fault -> {
            assertThat(fault.error()).isTrue();
            assertThat(fault.message()).startsWith(message);
        });
    }

    @Test
    void allErrorsAreListedInOrder() {
        ByteString files = raw("ld6:lengthi-1e4:pathl1:aeed6:lengthi5e4:pathl2:..eee");
        List<TorrentFault> faults =
                faults(two().info("files", files).info("private", raw("i1e")).build(V1));
        assertThat(faults)
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Integer.compare(one.offset(), other.offset()));
    }

    @Test
    void ofAMillionFaultsAHundredAreKeptAndTheErrorAmongThem() {
        String warnings = ("d6:lengthi9e4:pathl" + "0:".repeat(90) + "ee").repeat(3);
        String errors = "i1e".repeat(500_000);
        ByteString files = raw("l" + warnings + errors + "e");
        List<TorrentFault> faults = faults(two().info("files", files).build(V1));
        assertThat(faults).hasSizeBetween(100, 101).anyMatch(TorrentFault::error);
    }
}
