package io.github.chimefake.publicapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of the classes in the directory or jar that a class was loaded from. */
public final class CompiledClasses {
    private static final String SUFFIX = ".class";

    private CompiledClasses() {}

    /** Returns the binary names of all classes that lie beside this one, in its package or another. */
    public static List<String> besides(Class<?> anchor) {
        URI location = location(anchor);
        Path path = Path.of(location);
        try {
            if (Files.isDirectory(path)) {
                return below(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
                return below(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the classes in " + path, e);
        }
    }

    private static URI location(Class<?> anchor) {
        try {
            return anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith("-info" + SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length())
                            .replace(root.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .toList();
        }
    }
}
