package seedbed.content;

import java.util.List;

/**
 * A catalogue of all that could be understood, and the complaints, sorted. With an error among them the catalogue is not
 * for publishing, but still good for finding further problems.
 */
public record CatalogueReading(Catalogue catalogue, List<Problem> problems) {

    public CatalogueReading {
        problems = problems.stream().sorted().toList();
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
