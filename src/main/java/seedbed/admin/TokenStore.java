package seedbed.admin;

import java.time.Instant;
import java.util.List;

/** Where named tokens are kept. Every method throws {@link TokensUnavailable} while the keeper is out of reach. */
public interface TokenStore {

    /**
     * A token as it is recognised.
     *
     * @param digest SHA-256 of the token in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by Secret.equal alone, never by equals
    record Kept(NamedToken token, byte[] digest) {}

    /** All tokens, ended ones included, by name. */
    List<Kept> all();

    /** Keeps a token; false, and nothing is changed, if the name is taken. */
    boolean add(Kept kept);

    /** Forgets a token; false if there is none of that name. */
    boolean remove(String name);

    /** Notes when a token was used. */
    void used(String name, Instant when);
}
