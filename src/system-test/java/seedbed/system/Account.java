package seedbed.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a program runs as when the tests run as root: an account with no rights on what the mirror writes, as in real
 * life. Tests of an ordinary user run everything as that user.
 */
record Account(String user, String group) {

    static final Account POSTGRES = new Account("postgres", "postgres");
    static final Account WWW_DATA = new Account("www-data", "www-data");
    static final Account NOBODY = new Account("nobody", "nogroup");

    static boolean canChange() {
        return System.getProperty("user.name").equals("root");
    }

    /** The command that runs the given one as this account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (canChange()) {
            whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--init-groups", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Makes a directory that belongs to this account; the one above it must exist. */
    Path directory(Path path) throws IOException {
        return own(Files.createDirectory(path));
    }

    Path own(Path path) throws IOException {
        if (canChange()) {
            UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setOwner(names.lookupPrincipalByName(user));
            view.setGroup(names.lookupPrincipalByGroupName(group));
        }
        return path;
    }
}
