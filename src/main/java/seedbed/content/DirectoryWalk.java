package seedbed.content;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists a directory without following links, and goes on after what cannot be used. */
final class DirectoryWalk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedMap<String, SourceFile> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    DirectoryWalk(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    SortedMap<String, SourceFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        return isUsable(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isUsable(file)) {
            return FileVisitResult.CONTINUE;
        }
        String path = relative(file);
        if (attributes.isSymbolicLink()) {
            problems.add(Problem.error(path, "symbolic links are not published; put the file itself here"));
        } else if (!attributes.isRegularFile()) {
            problems.add(Problem.error(path, "this is neither a file nor a directory"));
        } else {
            SourceFile.Content content = new StableFile(file, attributes);
            files.put(path, new SourceFile(path, Optional.empty(), attributes.size(), Optional.empty(), content));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (file.equals(root) || isUsable(file)) {
            problems.add(Problem.error(place(file), "cannot be read: " + reason(failure)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        if (failure != null) {
            problems.add(Problem.error(place(directory), "the directory cannot be listed: " + reason(failure)));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isUsable(Path file) {
        if (NameRule.isHidden(String.valueOf(file.getFileName()))) {
            return false;
        }
        String path = relative(file);
        Optional<String> fault = NameRule.fault(path);
        fault.ifPresent(message -> problems.add(Problem.error(NameRule.shown(path), message)));
        return fault.isEmpty();
    }

    private String place(Path file) {
        return file.equals(root) ? "." : relative(file);
    }

    private String relative(Path file) {
        return root.relativize(file).toString();
    }

    private static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "permission denied" : String.valueOf(failure.getMessage());
    }
}
