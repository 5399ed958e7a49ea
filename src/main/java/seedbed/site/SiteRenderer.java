package seedbed.site;

import java.io.IOException;
import java.util.List;
import seedbed.content.Catalogue;
import seedbed.content.Problem;

/** Renders every file that visitors see besides copies and torrents. */
public interface SiteRenderer {

    /**
     * Puts each file once; equal catalogues give equal bytes.
     *
     * @return what is wrong with the texts, such as links that lead nowhere, and with the operator's templates
     * @throws IOException if the outputs cannot take a file
     */
    List<Problem> render(Catalogue catalogue, OutputSink outputs) throws IOException;
}
