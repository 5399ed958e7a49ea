package seedbed.admin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a credential is good for. */
public enum Scope {
    /** To start a publication, and to follow it. */
    REGENERATE("publish, and follow the run"),
    /** To look at everything but tokens and the audit. */
    READ("look at everything but tokens and the audit"),
    /** To tell what a counter beside the outside link shows. */
    MEASURE("tell the bytes that the outside link carried"),
    /** To do everything. */
    ADMIN("everything");

    private final String meaning;

    Scope(String meaning) {
        this.meaning = meaning;
    }

    /** As it is written in tables, requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it allows, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The words of scopes, in the order of the alphabet. */
    public static List<String> words(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toList();
    }

    /** The scope that is written so; empty for any other text. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
