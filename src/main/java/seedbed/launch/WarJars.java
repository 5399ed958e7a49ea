package seedbed.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The jars within the WAR, unpacked to where a class loader can read them: a folder of the user's own below the temporary
 * one, named after the WAR's content, so that every start of the same WAR finds the same folder and none is left behind.
 * Written in the plainest Java there is: all the rest of the start waits for it, and what is loaded for it is loaded cold.
 */
final class WarJars {

    /** What containers load. */
    private static final String LIBRARIES = "WEB-INF/lib/";

    private static final String OURS = LIBRARIES + "seedbed-";
    /** What only the launcher does; WEB-INF is never served. */
    private static final String LAUNCHER = "WEB-INF/launch/";

    private WarJars() {}

    /** A loader over all jars of the WAR that this class was loaded from. */
    static ClassLoader classLoader() throws IOException {
        try (ZipFile war = new ZipFile(location().toFile())) {
            List<ZipEntry> jars = jars(war);
            Path folder = ownFolder(fingerprint(jars));
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = unpack(war, jars.get(i), folder).toUri().toURL();
            }
            return new URLClassLoader("seedbed", urls, ClassLoader.getPlatformClassLoader());
        }
    }

    private static Path location() {
        try {
            return Path.of(WarJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<ZipEntry> jars(ZipFile war) {
        List<ZipEntry> jars = new ArrayList<>();
        for (var entries = war.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.endsWith(".jar") && (name.startsWith(LIBRARIES) || name.startsWith(LAUNCHER))) {
                // A class is looked for in one jar after the other, and most are ours.
                jars.add(name.startsWith(OURS) ? 0 : jars.size(), entry);
            }
        }
        return jars;
    }

    /** The checksums are in the WAR's directory already: no need to read 80 MB to know which WAR this is. */
    private static String fingerprint(List<ZipEntry> jars) {
        CRC32 sum = new CRC32();
        for (ZipEntry jar : jars) {
            sum.update(
                    (jar.getName() + ' ' + jar.getSize() + ' ' + jar.getCrc() + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(sum.getValue());
    }

    /** Below a shared temporary folder anyone may have put anything: only a private folder of our own is trusted. */
    private static Path ownFolder(String fingerprint) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Path probe = Files.createTempDirectory(temporary, "seedbed-", privately);
        Path stable = temporary.resolve("seedbed-" + Files.getOwner(probe).getName() + '-' + fingerprint);
        try {
            Files.createDirectory(stable, privately);
        } catch (FileAlreadyExistsException usedBefore) {
            requireOwn(stable, probe);
        } finally {
            Files.delete(probe);
        }
        return stable;
    }

    private static void requireOwn(Path stable, Path probe) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(stable, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean own = attributes.isDirectory()
                && attributes.owner().equals(Files.getOwner(probe))
                && PosixFilePermissions.toString(attributes.permissions()).equals("rwx------");
        if (!own) {
            throw new IOException(stable + ": expected a private folder of this user (rwx------); remove it");
        }
    }

    /** Written aside and renamed, so that two starts at once never read half a jar of each other's. */
    private static Path unpack(ZipFile war, ZipEntry jar, Path folder) throws IOException {
        Path target = folder.resolve(jar.getName().substring(jar.getName().lastIndexOf('/') + 1));
        if (!Files.isRegularFile(target) || Files.size(target) != jar.getSize()) {
            Path aside = Files.createTempFile(folder, "unpacking-", null);
            try (InputStream content = war.getInputStream(jar)) {
                Files.copy(content, aside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        }
        return target;
    }
}
