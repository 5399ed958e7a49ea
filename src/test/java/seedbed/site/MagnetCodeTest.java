package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MagnetCodeTest {

    private static final String MAGNET = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=c.iso&xl=42"
            + "&tr=https%3A%2F%2Fmirror.example%2Fannounce";
    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    /** What a camera that sees the drawing would say. */
    private static String scanned(View.Code code) throws Exception {
        BitMatrix squares = new BitMatrix(code.squares());
        for (MatchResult stroke : STROKE.matcher(code.path()).results().toList()) {
            int length = Integer.parseInt(stroke.group(3));
            squares.setRegion(Integer.parseInt(stroke.group(1)), Integer.parseInt(stroke.group(2)), length, 1);
        }
        return new Decoder().decode(squares).getText();
    }

    @Test
    void aScannerReadsTheWholeLink() throws Exception {
        assertThat(scanned(MagnetCode.of(MAGNET).orElseThrow())).isEqualTo(MAGNET);
    }

    @Test
    void aLinkThatFitsIntoNoCodeHasNone() {
        assertThat(MagnetCode.of("magnet:?dn=" + "c".repeat(3000))).isEmpty();
    }
}
