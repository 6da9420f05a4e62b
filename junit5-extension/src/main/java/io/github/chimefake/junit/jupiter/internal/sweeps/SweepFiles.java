package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.sweep.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of a sweep are. They are found from the place of the compiled test class, because the working directory differs between
 * build tools and IDEs.
 */
record SweepFiles(String testName, String fileName, Optional<Path> project, Path output) {
    private static final String APPROVED = "src/test/resources/chime-sweeps";
    private static final String REPORTS = "chime-sweep";

    /**
     * Returns the files of a test method.
     *
     * @param declaredProject the directory of the project; if empty, it is found
     */
    static SweepFiles of(Method method, Class<?> testClass, Optional<Path> declaredProject) {
        Optional<Path> classes = place(testClass);
        Optional<Path> project = declaredProject.or(() -> classes.stream()
                .flatMap(SweepFiles::upwards)
                .filter(directory -> Files.isDirectory(directory.resolve("src/test")))
                .findFirst());
        // The directory below the project with the classes: target, or build.
        Path output = classes.stream()
                .flatMap(SweepFiles::upwards)
                .filter(directory -> project.filter(found -> found.equals(directory.getParent()))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> project.orElse(Path.of("")).resolve("target"));
        String className = testClass.getName().replace('$', '.');
        return new SweepFiles(
                className + "." + method.getName(),
                className + "." + method.getName(),
                project,
                output.resolve(REPORTS));
    }

    private static Optional<Path> place(Class<?> testClass) {
        try {
            CodeSource source = testClass.getProtectionDomain().getCodeSource();
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException notAFile) {
            return Optional.empty();
        }
    }

    private static Stream<Path> upwards(Path from) {
        return Stream.iterate(from.toAbsolutePath(), path -> path != null, Path::getParent);
    }

    /** Returns the file with the approved verdicts; empty if the sources of the test are not there. */
    Optional<Path> approved() {
        return project.map(directory -> directory.resolve(APPROVED).resolve(fileName + ".txt"));
    }

    /** Writes a report as text and JSON. */
    void write(SweepReport report) {
        try {
            Files.createDirectories(output);
            Files.writeString(output.resolve(fileName + ".txt"), report.toString());
            Files.writeString(output.resolve(fileName + ".json"), report.toJson());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The report of the sweep cannot be written to " + output.toAbsolutePath(), failure);
        }
    }
}
