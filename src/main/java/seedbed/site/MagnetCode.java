package seedbed.site;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Optional;

/** Draws a magnet link as a QR code (ISO/IEC 18004), for telephones and for posters. */
final class MagnetCode {

    /**
     * Always the same mask: trying all eight makes large catalogues eight times slower, and scanners read each of them.
     */
    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.QR_MASK_PATTERN, 2);

    private MagnetCode() {}

    /** The code of a magnet link up to our tracker; empty if that does not fit into one. */
    static Optional<View.Code> of(String magnet) {
        try {
            return Optional.of(drawn(Encoder.encode(upToOurTracker(magnet), ErrorCorrectionLevel.L, HINTS)
                    .getMatrix()));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    /**
     * Our tracker knows everybody on campus; other trackers and web seeds only come after it, and would make the squares so
     * small that cameras hardly read them from a screen.
     */
    private static String upToOurTracker(String magnet) {
        int ours = magnet.indexOf("&tr=");
        int others = ours < 0 ? -1 : magnet.indexOf('&', ours + 1);
        return others < 0 ? magnet : magnet.substring(0, others);
    }

    /** One path of horizontal strokes, each as long as the dark squares it covers. */
    private static View.Code drawn(ByteMatrix squares) {
        StringBuilder path = new StringBuilder(2048);
        for (int y = 0; y < squares.getHeight(); y++) {
            int x = 0;
            while (x < squares.getWidth()) {
                int end = x;
                while (end < squares.getWidth() && squares.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x).append(' ').append(y).append('h').append(end - x);
                }
                x = end + 1;
            }
        }
        return new View.Code(squares.getWidth(), path.toString());
    }
}
