package seedbed.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as authors must write it: UTF-8 and nothing else, since guessing an encoding garbles names and links. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Always the same object, which knows its hash: texts are looked up by what they say. */
    private final String decoded;

    private final boolean valid;
    private final int firstBad;

    private Utf8(String decoded, boolean valid, int firstBad) {
        this.decoded = decoded;
        this.valid = valid;
        this.firstBad = firstBad;
    }

    /** Decodes as far as the first byte that is not UTF-8. */
    static Utf8 decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        int firstBad = in.position();
        String decoded = out.flip().toString();
        boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
        return new Utf8(marked ? decoded.substring(1) : decoded, !result.isError(), firstBad);
    }

    boolean isValid() {
        return valid;
    }

    /** The text, without a byte order mark. */
    String text() {
        return decoded;
    }

    /** The line of the first bad byte, from 1. */
    int line() {
        return 1 + (int) decoded.chars().filter(c -> c == '\n').count();
    }

    /** The column of the first bad byte in characters, from 1. */
    int column() {
        String before = decoded.substring(decoded.lastIndexOf('\n') + 1);
        return 1 + before.codePointCount(0, before.length());
    }

    /** Offset of the first bad byte. */
    int offset() {
        return firstBad;
    }
}
