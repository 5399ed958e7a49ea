package seedbed.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Makes one page of those that the parts of a bench have written. */
public final class JoinedReport {

    private JoinedReport() {}

    /** The page, then its parts in order; a part that was not run is left out. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        Files.deleteIfExists(page);
        StringBuilder text = new StringBuilder("# What Seedbed does, measured\n");
        for (String part : Arrays.asList(arguments).subList(1, arguments.length)) {
            if (Files.exists(Path.of(part))) {
                text.append('\n')
                        .append(Files.readString(Path.of(part)).strip())
                        .append('\n');
            }
        }
        Files.writeString(page, text);
        System.out.println("the report is " + page);
    }
}
