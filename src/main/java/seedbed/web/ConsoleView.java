package seedbed.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.admin.ListedTorrent;
import seedbed.admin.RunReport;

/**
 * What a template of the console is given. The nested records are public, as all members of an interface are, because
 * FreeMarker reads public types only; nobody outside this package can name them.
 */
sealed interface ConsoleView {

    /** File name of the template that shows this. */
    @JsonIgnore
    String template();

    /**
     * What is around every page.
     *
     * @param site title of the site
     * @param context the path that all of ours begin with, empty at the root of a server
     * @param csrf what every form of this session has to bring along; empty outside of one
     * @param who is logged in; empty for nobody
     * @param admin whether that one may do everything
     * @param publishes whether that one may publish
     */
    record Frame(String site, String context, String csrf, String who, boolean admin, boolean publishes) {}

    /** A point in time, as machines and as people write it. */
    record Moment(String machine, String spoken) {

        static Moment of(Instant time, Instant now) {
            // HTML allows no more than three digits of a fraction; people need none.
            return new Moment(time.truncatedTo(ChronoUnit.SECONDS).toString(), Spoken.ago(Duration.between(time, now)));
        }
    }

    /**
     * The form that asks for a token.
     *
     * @param complaint about the one that was given; empty if none was
     * @param next where to go then
     */
    record Login(String complaint, String next) implements ConsoleView {
        @Override
        public String template() {
            return "login.ftlh";
        }
    }

    /** All there is to see at one glance. The names of the components are those of the JSON. */
    record Overview(
            List<String> warnings,
            TrackerState tracker,
            DatabaseState database,
            @Nullable ReleaseState release,
            @JsonProperty("seed_boxes") List<SeedBox> seedBoxes,
            @JsonIgnore List<RunRow> runs)
            implements ConsoleView {
        @Override
        public String template() {
            return "overview.ftlh";
        }
    }

    /**
     * What the tracker is at.
     *
     * @param listed info-hashes on the whitelist
     * @param announces per second, over the last minute
     */
    record TrackerState(
            boolean ready,
            int listed,
            int peers,
            @JsonProperty("announces_per_second") double announces,
            List<NetworkPeers> networks,
            List<Refused> refusals) {}

    /** Peers of one network of the campus, of the seed boxes, or from outside. */
    record NetworkPeers(String network, int seeds, int leechers) {}

    /** How many announces since the start were refused for a reason. */
    record Refused(String reason, long count) {}

    /**
     * How the database is.
     *
     * @param heard when it last answered; null if it never did
     * @param backlog peers that wait to be written
     */
    record DatabaseState(boolean reachable, @Nullable Moment heard, int backlog) {}

    record ReleaseState(String id, String commit, Moment created, int pages, int torrents, int images) {}

    /**
     * What one seed box does.
     *
     * @param heard when it last announced; null if no peer of it is known
     * @param seeds torrents that it has whole
     * @param fetches torrents that it has not
     * @param of torrents there are
     */
    record SeedBox(String address, @Nullable Moment heard, int seeds, int fetches, int of) {}

    /** A run in a list. */
    record RunRow(RunReport report, @Nullable Moment started, int errors, int warnings) {}

    record Runs(List<RunRow> runs) implements ConsoleView {
        @Override
        public String template() {
            return "runs.ftlh";
        }
    }

    /**
     * One run.
     *
     * @param ended whether it will not change any more
     * @param remaining how long it may still take, in words; empty if nobody can say
     * @param problems by file, in the order of the paths
     * @param differences what a dry run would change; empty of other runs
     */
    record OneRun(
            RunReport report,
            boolean ended,
            String remaining,
            List<FileProblems> problems,
            List<Difference> differences)
            implements ConsoleView {
        @Override
        public String template() {
            return "run.ftlh";
        }
    }

    record FileProblems(String path, List<RunReport.Complaint> complaints) {}

    /** What would change in one of the places that others read. */
    record Difference(String title, String explanation, List<Change> changes, boolean none) {}

    /**
     * Names with which the same is done.
     *
     * @param what is done with them: added, changed, removed
     * @param names the first of them
     * @param count of all
     */
    record Change(String what, List<String> names, int count) {}

    record Releases(List<ReleaseRow> releases) implements ConsoleView {
        @Override
        public String template() {
            return "releases.ftlh";
        }
    }

    record ReleaseRow(ReleaseState release, boolean current) {}

    /**
     * A part of the whitelist.
     *
     * @param query what was searched for
     * @param total how many entries match, of which not all may be shown
     * @param complaint about what was to be changed; empty if there is none
     */
    record Whitelist(String query, List<ListedTorrent> entries, int total, String complaint) implements ConsoleView {
        @Override
        public String template() {
            return "whitelist.ftlh";
        }
    }

    /**
     * All named tokens.
     *
     * @param made the token that was just made, to be seen this once; null otherwise
     * @param complaint about one that was to be made; empty if there is none
     */
    record Tokens(List<TokenRow> tokens, @Nullable MadeToken made, String complaint, List<ScopeChoice> scopes)
            implements ConsoleView {
        @Override
        public String template() {
            return "tokens.ftlh";
        }
    }

    record MadeToken(String name, String secret) {}

    record ScopeChoice(String word, String meaning) {}

    record TokenRow(
            String name,
            List<String> scopes,
            Moment created,
            String expires,
            boolean ended,
            @Nullable Moment used) {}

    record AuditTrail(List<AuditRow> entries) implements ConsoleView {
        @Override
        public String template() {
            return "audit.ftlh";
        }
    }

    record AuditRow(Moment time, String who, String what, String address, String result) {}
}
