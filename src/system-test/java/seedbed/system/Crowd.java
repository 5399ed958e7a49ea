package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The students of one trial, who all want the same and come one after the other. */
final class Crowd {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<Host> hosts;
    private final List<String> addresses;
    private final Path directory;
    private final String name;
    private final List<Member> members = new ArrayList<>();

    private record Member(Program client, Host host, Path finished, Instant came) {}

    /**
     * Nobody has come yet.
     *
     * @param hosts a machine for each, at these addresses
     * @param directory for what they tell of; new
     */
    Crowd(List<Host> hosts, List<String> addresses, Path directory) {
        this.hosts = List.copyOf(hosts);
        this.addresses = List.copyOf(addresses);
        this.directory = directory;
        this.name = String.valueOf(directory.getFileName());
    }

    /** All come, each with another client than the one before. */
    void come(Path torrent, Duration pause) throws Exception {
        for (int i = 0; i < hosts.size(); i++) {
            List<StudentClient> kinds = List.of(StudentClient.values());
            StudentClient make = kinds.get(i % kinds.size());
            Path finished = directory.resolve(i + "-finished");
            Path program = Files.writeString(directory.resolve(i + "-tell"), "#!/bin/sh\n>" + finished + "\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
            Host host = hosts.get(i);
            String home = "/srv/" + name;
            host.run("mkdir", "-p", home + "/got");
            List<String> command = make.command(new StudentClient.Desk(
                    host, addresses.get(i), home, home + "/got", torrent.toString(), program.toString()));
            waitUntil(i == 0 ? Instant.MIN : members.get(0).came().plus(pause.multipliedBy(i)));
            Instant now = Instant.now();
            members.add(new Member(
                    host.start(make.name().toLowerCase(java.util.Locale.ROOT), command), host, finished, now));
        }
    }

    private static void waitUntil(Instant when) throws Exception {
        Eventually.within(PATIENCE, () -> assertThat(Instant.now()).isAfter(when));
    }

    /** Returns when the last one has everything. */
    void awaitAll() throws Exception {
        Eventually.within(PATIENCE, () -> {
            for (Member member : members) {
                member.client().mustRun();
                assertThat(member.finished()).exists();
            }
        });
    }

    /** All go, and say so. */
    void leave() throws Exception {
        for (Member member : members) {
            member.client().signalWithin("INT");
        }
        for (Member member : members) {
            member.client().exitCode(Duration.ofSeconds(60));
            member.host().run("rm", "-r", "/srv/" + name);
        }
    }

    /** How long each waited. */
    List<Double> seconds() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (Member member : members) {
            seconds.add(between(member.came(), member.finished()));
        }
        return seconds;
    }

    /** From the coming of the first until the last had everything. */
    double lastSeconds() throws Exception {
        double last = 0;
        for (Member member : members) {
            last = Math.max(last, between(members.get(0).came(), member.finished()));
        }
        return last;
    }

    private static double between(Instant came, Path finished) throws Exception {
        return Duration.between(came, Files.getLastModifiedTime(finished).toInstant())
                        .toMillis()
                / 1000.0;
    }
}
