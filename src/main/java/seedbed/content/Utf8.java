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

    private final CharBuffer decoded;
    private final CoderResult result;
    private final int firstBad;

    private Utf8(CharBuffer decoded, CoderResult result, int firstBad) {
        this.decoded = decoded;
        this.result = result;
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
        return new Utf8(out.flip(), result, firstBad);
    }

    boolean isValid() {
        return !result.isError();
    }

    /** The text, without a byte order mark. */
    String text() {
        String text = decoded.toString();
        return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    }

    /** The line of the first bad byte, from 1. */
    int line() {
        return 1 + (int) decoded.chars().filter(c -> c == '\n').count();
    }

    /** The column of the first bad byte in characters, from 1. */
    int column() {
        String text = decoded.toString();
        String before = text.substring(text.lastIndexOf('\n') + 1);
        return 1 + before.codePointCount(0, before.length());
    }

    /** Offset of the first bad byte. */
    int offset() {
        return firstBad;
    }
}
