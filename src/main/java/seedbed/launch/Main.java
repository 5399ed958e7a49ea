package seedbed.launch;

import java.lang.reflect.InvocationTargetException;

/**
 * Where {@code java -jar seedbed.war} begins. This class and {@link WarJars} lie at the root of the WAR, outside of every
 * jar, and so may use nothing but the JDK; they put the jars of the WAR on a class path and hand over.
 */
public final class Main {

    private Main() {}

    /** Runs the command line; see {@code --help}. */
    public static void main(String[] args) throws Throwable {
        ClassLoader jars = WarJars.classLoader();
        Thread.currentThread().setContextClassLoader(jars);
        try {
            Class.forName("seedbed.launch.SeedbedCommand", true, jars)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
