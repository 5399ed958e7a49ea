package seedbed.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueReading;
import seedbed.content.Problem;
import seedbed.release.PublicationReport.State;
import seedbed.site.OutputSink;

/** One publication, from a catalogue to a report. */
final class Publication {

    private static final int FEW_TORRENTS = 10;

    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Optional<Release> previous;
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<Problem> problems;
    private boolean wantsForce;

    Publication(Workplace workplace, CatalogueReading reading, Optional<Release> previous) {
        this.workplace = workplace;
        this.previous = previous;
        this.catalogue = reading.catalogue().remembering(previous().former().values());
        this.problems = new ArrayList<>(reading.problems());
    }

    /** Finds out what would change. */
    PublicationReport rehearse(PublicationOptions options, Tally tally) throws IOException {
        if (!isSound(options) || !hasWritten(fingerprints, tally)) {
            return failed();
        }
        Manifest manifest = manifest();
        Differences differences = differences(manifest);
        tally.say(told(differences));
        State state = isNew(differences) ? State.SUCCEEDED : State.UNCHANGED;
        return report(state, Optional.empty(), manifest, differences);
    }

    /** Builds the release aside, and makes it current if it is another. */
    PublicationReport publish(PublicationOptions options, Tally tally) throws IOException {
        if (!isSound(options)) {
            return failed();
        }
        Path building = workplace.shelf().startBuilding();
        tally.say("building " + building.getFileName() + " aside");
        ReleaseBuilder builder = new ReleaseBuilder(building, previous, fingerprints);
        if (!hasWritten(builder, tally)) {
            return failed();
        }
        Manifest manifest = manifest();
        Differences differences = differences(manifest);
        if (!isNew(differences) && !builder.repairs()) {
            workplace.handover().reconcile(manifest);
            return report(State.UNCHANGED, previous.map(Release::id), manifest, differences);
        }
        tally.say(told(differences) + "; bringing them to the disk");
        builder.finish(manifest, prepared(), tally);
        workplace.steps().accept(Step.BUILT);
        tally.say("built; handing over the whitelist and the site");
        String id = workplace.handover().to(manifest, () -> workplace.shelf().place(building, manifest), problems);
        tally.say("release " + id + " is current");
        return report(State.SUCCEEDED, Optional.of(id), manifest, differences);
    }

    private Optional<PreparedRelease> prepared() throws IOException {
        return previous.isPresent() ? workplace.shelf().prepared(previous.get()) : Optional.empty();
    }

    private boolean isSound(PublicationOptions options) {
        if (!options.force()) {
            guardAgainstMassRemoval();
        }
        return problems.stream().noneMatch(Problem::isError);
    }

    /** A content directory that is not mounted, or a push to the wrong branch, must not empty the mirror. */
    private void guardAgainstMassRemoval() {
        Set<String> before = previous().torrents();
        Set<String> gone = new HashSet<>(before);
        catalogue.torrents().forEach(torrent -> gone.remove(Area.ORIGIN.path(ReleaseContents.fileName(torrent))));
        if (gone.size() > FEW_TORRENTS && 2 * gone.size() > before.size()) {
            wantsForce = true;
            problems.add(PublicationReport.failure("this would remove " + gone.size() + " of " + before.size()
                    + " torrents; if that is meant, publish with force"));
        }
    }

    private boolean hasWritten(OutputSink release, Tally tally) throws IOException {
        int size = workplace.contents().size(catalogue);
        tally.say("no error so far; making " + size + " files");
        tally.expect(size);
        problems.addAll(workplace.contents().write(catalogue, new CountedSink(release, tally)));
        return problems.stream().noneMatch(Problem::isError);
    }

    private Manifest manifest() {
        long pages = fingerprints.files().keySet().stream()
                .filter(path -> Area.WEBROOT.has(path) && path.endsWith(".html"))
                .count();
        ManifestHead head = new ManifestHead(
                workplace.clock().instant(),
                catalogue.commit(),
                Math.toIntExact(pages),
                catalogue.torrents().size(),
                catalogue.images().size());
        return new Manifest(head, fingerprints.files(), workplace.contents().listings(catalogue), catalogue.removed());
    }

    private Manifest previous() {
        return previous.map(Release::manifest).orElse(Manifest.EMPTY);
    }

    private Differences differences(Manifest manifest) {
        return Differences.between(previous(), manifest, workplace.whitelist().published());
    }

    private static String told(Differences differences) {
        return differences.added().size() + " files are new, "
                + differences.changed().size() + " changed, "
                + differences.removed().size() + " gone";
    }

    private boolean isNew(Differences differences) {
        return previous.isEmpty() || differences.hasFiles();
    }

    private PublicationReport failed() {
        return PublicationReport.failed(catalogue.commit(), problems, wantsForce);
    }

    private PublicationReport report(
            State state, Optional<String> release, Manifest manifest, Differences differences) {
        return PublicationReport.of(state, release, manifest.head(), differences, problems);
    }
}
