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

    /** The code of a link; empty if that does not fit into one. */
    static Optional<View.Code> of(String link) {
        try {
            return Optional.of(
                    drawn(Encoder.encode(link, ErrorCorrectionLevel.L, HINTS).getMatrix()));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
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
