package seedbed.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar WAR …} with the Java that runs the tests. */
final class JavaCommand {

    private JavaCommand() {}

    /** @param arguments those that begin with {@code -D} are for Java, the others for the program */
    static List<String> of(Path war, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List.of(arguments).stream().filter(JavaCommand::isForJava).forEach(command::add);
        command.add("-jar");
        command.add(war.toAbsolutePath().toString());
        List.of(arguments).stream().filter(argument -> !isForJava(argument)).forEach(command::add);
        return command;
    }

    private static boolean isForJava(String argument) {
        return argument.startsWith("-D");
    }
}
