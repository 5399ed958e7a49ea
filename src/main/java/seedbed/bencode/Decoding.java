package seedbed.bencode;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One pass over one input. The stack of open containers stands for recursion, which hostile nesting would overflow. */
final class Decoding {

    private final byte[] source;
    private final Deque<OpenContainer> open = new ArrayDeque<>();
    private int position;
    private int tokens;

    Decoding(byte[] source) {
        this.source = source;
    }

    BencodeValue value() throws BencodeException {
        while (true) {
            BencodeValue complete = step();
            if (complete == null) {
                continue;
            }
            OpenContainer parent = open.peek();
            if (parent == null) {
                return complete;
            }
            parent.add(complete);
        }
    }

    /** Takes the next token; nothing where that opened a container. */
    private @Nullable BencodeValue step() throws BencodeException {
        int first = peek();
        OpenContainer innermost = open.peek();
        if (first == 'e' && innermost != null) {
            position++;
            open.pop();
            return innermost.close(position);
        }
        countToken();
        if (first == 'l') {
            push(new OpenContainer.OpenList(source, position));
            return null;
        }
        if (first == 'd') {
            push(new OpenContainer.OpenDictionary(source, position));
            return null;
        }
        return first == 'i' ? integer() : string();
    }

    private void countToken() throws BencodeException {
        tokens++;
        if (tokens > BencodeDecoder.MAX_TOKENS) {
            throw new BencodeException(position, "expected at most " + BencodeDecoder.MAX_TOKENS + " values");
        }
    }

    private void push(OpenContainer container) throws BencodeException {
        if (open.size() == BencodeDecoder.MAX_DEPTH) {
            throw new BencodeException(
                    position, "expected at most " + BencodeDecoder.MAX_DEPTH + " nested lists and dictionaries");
        }
        open.push(container);
        position++;
    }

    private BencodeInteger integer() throws BencodeException {
        int start = position;
        position++;
        if (peek() == '-') {
            position++;
        }
        if (!isDigit(peek())) {
            throw expected("a digit of an integer");
        }
        while (isDigit(peek())) {
            position++;
        }
        if (peek() != 'e') {
            throw expected("a digit or the 'e' that ends an integer");
        }
        position++;
        return new BencodeInteger(source, start, position);
    }

    private BencodeString string() throws BencodeException {
        int start = position;
        if (!isDigit(peek())) {
            throw expected(open.isEmpty() ? "'d', 'l', 'i' or a string" : "'d', 'l', 'i', 'e' or a string");
        }
        int length = 0;
        while (isDigit(peek())) {
            // Stops growing beyond the input, so it cannot overflow; "too long" is said below all the same.
            length = Math.min(length * 10 + peek() - '0', source.length + 1);
            position++;
        }
        if (peek() != ':') {
            throw expected("a digit or the ':' that ends a string length");
        }
        position++;
        if (length > source.length - position) {
            throw new BencodeException(
                    start, "a string is longer than the " + (source.length - position) + " bytes that are left");
        }
        int body = position;
        position += length;
        return new BencodeString(source, start, body, position);
    }

    private BencodeException expected(String what) {
        int found = peek();
        String shown = found < 0
                ? "the input ends"
                : found > ' ' && found < 0x7f ? "found '" + (char) found + "'" : String.format("found 0x%02x", found);
        return new BencodeException(position, "expected " + what + " but " + shown);
    }

    /** The next byte as an unsigned number, or -1 at the end. */
    private int peek() {
        return position < source.length ? source[position] & 0xff : -1;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
