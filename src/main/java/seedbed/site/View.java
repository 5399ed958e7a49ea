package seedbed.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a template is given. The nested records are public, as all members of an interface are, because FreeMarker reads
 * public types only; nobody outside this package can name them.
 */
sealed interface View {

    /** Around every page. */
    Frame frame();

    /** File name of the template that shows this. */
    String template();

    /**
     * What is around a page.
     *
     * @param title of the page
     * @param site title of the site
     * @param root reference to the front page, to which paths of the webroot can be added; never empty
     * @param self reference from the page to itself; empty if it has no address of its own
     * @param address whole address of the page; empty if it has none of its own
     * @param summary for search engines and previews; may be empty
     * @param trail the directories above the page, the front page first
     * @param menu what lies at the top of the site
     * @param feeds of the part of the site that the page is in, and of all of it
     * @param commit which state of the tree is shown; on the front page only
     */
    record Frame(
            String title,
            String site,
            String root,
            String self,
            String address,
            String summary,
            List<Target> trail,
            List<Target> menu,
            List<Target> feeds,
            @Nullable Edition commit) {}

    record Target(String title, String href, String summary) {}

    record Edition(String id, Day day) {}

    /** A day in UTC, as machines and as people write it. */
    record Day(String machine, String human) {
        private static final List<String> MONTHS = Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();

        static Day of(Instant time) {
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
            return new Day(
                    time.toString(),
                    day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + ' ' + day.getYear());
        }
    }

    record Size(String rounded, String exact) {
        static Size of(long bytes) {
            return new Size(ByteSize.rounded(bytes), ByteSize.exact(bytes));
        }
    }

    /** A text of the authors' as HTML, below a title which links may reach by {@code anchor}. */
    record Body(String anchor, String html) {}

    /** One of the authors' texts. */
    record Text(Frame frame, Body body) implements View {
        @Override
        public String template() {
            return "text.ftlh";
        }
    }

    /** A directory: its introduction and what is in it. */
    record Listing(
            Frame frame,
            Body body,
            List<Section> sections,
            List<TorrentRow> torrents,
            String highlightsTitle,
            List<TorrentRow> highlights,
            List<Target> pages,
            List<CopyRow> copies,
            Holdings all)
            implements View {
        @Override
        public String template() {
            return "listing.ftlh";
        }

        /** The same directory with torrents in it. */
        Listing withTorrents(List<TorrentRow> here, List<TorrentRow> highlighted) {
            return new Listing(frame, body, sections, here, highlightsTitle, highlighted, pages, copies, all);
        }
    }

    /** A directory within the one that is listed, and what can be had below it. */
    record Section(Target target, Holdings holdings) {}

    /** How many torrents there are in some place, and how much they bring. */
    record Holdings(int torrents, Size size) {}

    /**
     * A part of the list of all torrents.
     *
     * @param rows ordered by title
     * @param all what the whole list holds
     * @param parts the parts of the list, each with its number for title
     */
    record CataloguePart(Frame frame, List<CatalogueRow> rows, Holdings all, List<Target> parts) implements View {
        @Override
        public String template() {
            return "catalogue.ftlh";
        }
    }

    /** A torrent in the list of all. */
    record CatalogueRow(TorrentRow torrent, Target section) {}

    /** What the campus saved: a page that a script fills. */
    record Savings(Frame frame) implements View {
        static final String PATH = "savings.html";
        static final String TITLE = "What the campus saved";

        @Override
        public String template() {
            return "savings.ftlh";
        }
    }

    /**
     * A torrent in a list.
     *
     * @param swarms info-hashes in hexadecimal digits, with spaces between them
     */
    record TorrentRow(
            Target target,
            String file,
            String swarms,
            Size size,
            @Nullable Day added) {}

    record CopyRow(String name, String href, Size size) {}

    /** Everything about one torrent. */
    record TorrentPage(
            Frame frame,
            Body body,
            Download download,
            Identity identity,
            Successors successors,
            List<FileRow> files,
            int omittedFiles,
            List<Attestation> attestations,
            List<List<String>> tiers,
            List<WebSeed> webSeeds)
            implements View {
        @Override
        public String template() {
            return "torrent.ftlh";
        }
    }

    /**
     * Which torrent has taken the place of which.
     *
     * @param newer what is to be taken instead of this torrent
     * @param older instead of what this one is to be taken
     */
    record Successors(@Nullable Target newer, List<Target> older) {}

    /**
     * Where a torrent was.
     *
     * @param swarms its info-hashes in hexadecimal digits
     * @param moved where it is now, if it is only elsewhere
     */
    record Removed(
            Frame frame,
            String name,
            List<String> swarms,
            @Nullable Target moved) implements View {
        @Override
        public String template() {
            return "removed.ftlh";
        }
    }

    /**
     * Ways to a torrent.
     *
     * @param file that names all trackers
     * @param campusFile that names ours alone
     * @param magnet that names all trackers and web seeds
     * @param scanned a magnet link to be drawn: each letter more makes the squares smaller, and cameras see them worse
     */
    record Download(
            String file, String campusFile, String magnet, String scanned, String swarms, Size size, int files) {

        /** Of the link to be drawn, if it can be; made when a template asks, since it takes longer than all the rest. */
        public @Nullable Code code() {
            return MagnetCode.of(scanned).orElse(null);
        }
    }

    /**
     * A QR code.
     *
     * @param squares on each side
     * @param path of an SVG, with strokes along the upper edge of the dark squares
     */
    record Code(int squares, String path) {}

    record Identity(
            String name,
            String version,
            @Nullable String v1,
            @Nullable String v2,
            int pieces,
            Size piece,
            @Nullable Day created,
            @Nullable Day added,
            @Nullable String creator,
            @Nullable String comment) {}

    /** Opens or closes a folder, or is a file. */
    record FileRow(Kind kind, String name, Size size) {
        enum Kind {
            OPEN,
            FILE,
            CLOSE
        }

        static FileRow open(String name, long length) {
            return new FileRow(Kind.OPEN, name, Size.of(length));
        }

        static FileRow file(String name, long length) {
            return new FileRow(Kind.FILE, name, Size.of(length));
        }

        static FileRow close() {
            return new FileRow(Kind.CLOSE, "", Size.of(0));
        }
    }

    record Attestation(String name, String href, List<Sum> sums) {}

    record Sum(String name, String hash) {}

    /**
     * A server that has the files too.
     *
     * @param link whether browsers may be sent there
     */
    record WebSeed(String address, boolean link) {}

    /** For addresses at which nothing is. */
    record NotFound(Frame frame) implements View {
        @Override
        public String template() {
            return "404.ftlh";
        }
    }
}
