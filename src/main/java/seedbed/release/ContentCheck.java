package seedbed.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import seedbed.content.CatalogueReader;
import seedbed.content.CatalogueReading;
import seedbed.content.ContentReading;
import seedbed.content.ContentSource;
import seedbed.content.ContentUnavailableException;
import seedbed.content.Problem;
import seedbed.site.SiteRenderer;

/** Tells authors what a publication would say of their tree, without publishing, a database or a network. */
public final class ContentCheck {

    private ContentCheck() {}

    /**
     * Reads the tree, and renders it to nowhere if it has no errors.
     *
     * @return all problems, sorted
     * @throws ContentUnavailableException if there is no tree to read
     * @throws IOException if the tree as a whole cannot be read
     */
    public static List<Problem> check(ContentSource source, SiteRenderer site, List<String> announceUrls)
            throws IOException {
        try (ContentReading reading = source.read()) {
            CatalogueReading catalogue = new CatalogueReader().read(reading);
            List<Problem> problems = new ArrayList<>(catalogue.problems());
            if (!catalogue.hasErrors()) {
                ReleaseContents contents = new ReleaseContents(site, announceUrls);
                problems.addAll(contents.write(catalogue.catalogue(), new Fingerprints()));
            }
            return problems.stream().sorted().toList();
        }
    }
}
