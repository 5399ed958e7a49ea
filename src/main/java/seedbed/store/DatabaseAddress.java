package seedbed.store;

/**
 * Where the database is and as whom to enter it.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql:…}
 * @param user the role; empty where the URL names it or the server asks for none
 * @param password its password; empty where none is asked for
 */
public record DatabaseAddress(String url, String user, String password) {

    /** The same database, entered as another role. */
    public DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(url, otherUser, otherPassword);
    }

    /** Never the password, and never the URL's parameters, which may hold one. */
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
