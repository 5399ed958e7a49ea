package seedbed.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.content.CatalogueReader;
import seedbed.content.CatalogueReading;
import seedbed.content.ContentReading;
import seedbed.content.ContentSource;
import seedbed.content.Problem;
import seedbed.release.PublicationReport.State;
import seedbed.site.SiteRenderer;

/**
 * Turns the authors' tree into the release that visitors and seed boxes see. What can go wrong outside this program (bad
 * content, a full disk, a dead database, another publication) ends in a report, and the previous release stays.
 */
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ContentSource source;
    private final CatalogueReader reader = new CatalogueReader();
    private final Path directory;
    private final Workplace workplace;

    /**
     * A publisher; nothing is read or written yet.
     *
     * @param announceUrls of our own tracker
     * @param directory where releases are kept; made if it is not there
     * @param grace how long the tracker goes on serving torrents that are no longer published
     */
    public Publisher(
            ContentSource source,
            SiteRenderer site,
            List<String> announceUrls,
            Path directory,
            WhitelistPort whitelist,
            Duration grace,
            Clock clock) {
        this(source, new ReleaseContents(site, announceUrls), directory, whitelist, grace, clock, step -> {});
    }

    Publisher(
            ContentSource source,
            ReleaseContents contents,
            Path directory,
            WhitelistPort whitelist,
            Duration grace,
            Clock clock,
            Consumer<Step> steps) {
        this.source = source;
        this.directory = directory;
        ReleaseShelf shelf = new ReleaseShelf(directory);
        Handover handover = new Handover(shelf, whitelist, grace, clock, steps);
        this.workplace = new Workplace(contents, shelf, whitelist, handover, clock, steps);
    }

    /** Publishes the tree as it is now, or tells what that would change. */
    public PublicationReport publish(PublicationOptions options, Progress progress) {
        Attempt attempt = () -> run(options, progress);
        return reported(options.dryRun() ? attempt : () -> alone(attempt));
    }

    /** Makes a kept release current again, whitelist included. */
    public PublicationReport activate(String id) {
        return reported(() -> alone(() -> makeCurrent(id)));
    }

    /**
     * Removes the releases that are too old to be kept, and what a publication that failed left behind, and prepares the
     * next one. To be called after each: the report need not wait for it, which for a large release takes as long as
     * publishing a change.
     */
    public void tidy() {
        try {
            PublicationLock.holding(directory, () -> {
                workplace.shelf().tidy();
                return directory;
            });
        } catch (IOException e) {
            // Only space is lost, and the next publication tries again.
            LOG.warn("Old releases in {} cannot be removed: {}", directory, explanation(e));
        }
    }

    /**
     * Repairs a whitelist that is not that of the current release, say because the database was restored from a backup,
     * and tells the log. For times at which nothing is published.
     */
    public void reconcile() {
        try {
            if (workplace.shelf().current().isPresent()) {
                PublicationLock.holding(directory, this::compareWhitelist);
            }
        } catch (IOException | WhitelistUnavailable e) {
            LOG.warn("The whitelist was not compared with the current release: {}", explanation(e));
        }
    }

    private Differences compareWhitelist() throws IOException {
        Manifest current = workplace.shelf().current().map(Release::manifest).orElse(Manifest.EMPTY);
        Differences differences = workplace.handover().reconcile(current);
        LOG.info(
                "The whitelist was compared with the current release: {} of {} hashes were missing, {} were too many",
                differences.listed().size(),
                current.hashes().size(),
                differences.unlisted().size());
        return differences;
    }

    /**
     * Reads the content and makes the site, but publishes nothing: the next publication finds in memory what has not
     * changed since. For times at which nothing is published.
     *
     * @param unwanted asked for every file; if true it gives up
     */
    public void readAhead(BooleanSupplier unwanted) {
        Progress progress = (done, total) -> {
            if (unwanted.getAsBoolean()) {
                throw new CancellationException();
            }
        };
        try {
            PublicationReport report = run(PublicationOptions.DRY_RUN, progress);
            LOG.info(
                    "{} torrents were read ahead of the next publication",
                    report.counts().torrents());
        } catch (CancellationException gaveUp) {
            LOG.debug("The content was not read ahead to the end", gaveUp);
        } catch (IOException | WhitelistUnavailable e) {
            // The next publication meets the same, and tells those who asked for it.
            LOG.info("The content was not read ahead of the next publication: {}", explanation(e));
        }
    }

    /**
     * All releases that are kept, the oldest first.
     *
     * @throws UncheckedIOException if the directory that holds them cannot be read
     */
    public List<ReleaseInfo> releases() {
        try {
            return workplace.shelf().all();
        } catch (IOException e) {
            throw new UncheckedIOException("the releases in " + directory + " cannot be listed", e);
        }
    }

    /** The release that visitors see; empty before the first publication. */
    public Optional<ReleaseInfo> current() {
        return releases().stream().filter(ReleaseInfo::current).findFirst();
    }

    private PublicationReport run(PublicationOptions options, Progress progress) throws IOException {
        // Read on another core meanwhile, where it is not known yet.
        CompletableFuture<Optional<Release>> before = CompletableFuture.supplyAsync(this::before);
        try (ContentReading reading = source.read()) {
            Tally tally = new Tally(progress, reading.tree().files().size());
            tally.say("reading " + reading.tree().files().size() + " files");
            CatalogueReading catalogue = reader.read(reading, file -> tally.add());
            Publication publication = new Publication(workplace, catalogue, before.join());
            PublicationReport report =
                    options.dryRun() ? publication.rehearse(options, tally) : publication.publish(options, tally);
            tally.end();
            return report;
        }
    }

    private Optional<Release> before() {
        try {
            return workplace.shelf().current();
        } catch (IOException e) {
            // Damage to a release must not keep the next one from repairing it.
            LOG.warn("The current release cannot be compared with, so everything is written anew: {}", explanation(e));
            return Optional.empty();
        }
    }

    private PublicationReport makeCurrent(String id) throws IOException {
        ReleaseShelf shelf = workplace.shelf();
        Release wanted = shelf.find(id).orElseThrow(() -> new IOException("there is no kept release " + id));
        Optional<Release> before = before();
        boolean isCurrent = before.map(Release::id).equals(Optional.of(id));
        Differences differences = Differences.between(
                before.map(Release::manifest).orElse(Manifest.EMPTY),
                wanted.manifest(),
                workplace.whitelist().published());
        List<Problem> problems = new ArrayList<>();
        workplace.handover().to(wanted.manifest(), () -> id, problems);
        State state = isCurrent ? State.UNCHANGED : State.SUCCEEDED;
        return PublicationReport.of(state, Optional.of(id), wanted.manifest().head(), differences, problems);
    }

    private interface Attempt {
        PublicationReport run() throws IOException;
    }

    /** Runs an attempt while no other can. */
    private PublicationReport alone(Attempt attempt) throws IOException {
        return PublicationLock.holding(directory, () -> {
            workplace.shelf().prepare();
            return reported(attempt);
        });
    }

    private static PublicationReport reported(Attempt attempt) {
        try {
            return attempt.run();
        } catch (IOException | WhitelistUnavailable e) {
            String explanation = explanation(e);
            LOG.warn("Nothing was published: {}", explanation);
            LOG.debug("Nothing was published", e);
            return PublicationReport.failed(Optional.empty(), List.of(PublicationReport.failure(explanation)), false);
        }
    }

    /** Exceptions of the file system often say only a path, and leave the rest to their class. */
    private static String explanation(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return message + ": no such file or directory";
        }
        return failure instanceof FileSystemException other && other.getReason() == null
                ? message + ": " + failure.getClass().getSimpleName()
                : message;
    }
}
