package io.github.chimefake.examples.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's pages and sources, as they lie beside the tests. */
final class Documentation {
    private Documentation() {}

    /** The project's directory, whether the tests run from there or from their module. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("CONTRIBUTING.md")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No directory above " + here + " has a CONTRIBUTING.md. Run the tests from a checkout"));
    }

    /** Every page in Markdown. */
    static List<Path> pages() {
        return files(".md");
    }

    /** Every source in Java or Kotlin. */
    static List<Path> sources() {
        return files(".java", ".kt", ".kts");
    }

    /** Every source in JavaScript. */
    static List<Path> scripts() {
        return files(".js", ".mjs");
    }

    private static List<Path> files(String... suffixes) {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Stream.of(suffixes).anyMatch(file.toString()::endsWith))
                    .filter(file -> Stream.of("target", ".git", "node_modules")
                            .noneMatch(name -> contains(root.relativize(file), name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path path, String name) {
        return Stream.iterate(path, part -> part != null, Path::getParent)
                .anyMatch(part -> part.getFileName().toString().equals(name));
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
