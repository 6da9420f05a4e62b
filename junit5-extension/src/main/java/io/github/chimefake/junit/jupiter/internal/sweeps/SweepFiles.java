package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.sweep.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Where the files of a sweep are. They are found from the place of the compiled test class, because the working directory differs between
 * build tools and IDEs.
 *
 * @param testName the name of the test, for the report
 * @param selection how Maven's property {@code test} selects it
 * @param fileName the name of its files, without an ending
 * @param resources the directory with the resources of its source set; empty if the sources are not there
 * @param output the directory for reports
 */
record SweepFiles(String testName, String selection, String fileName, Optional<Path> resources, Path output) {
    private static final String APPROVED = "chime-sweeps";
    private static final String REPORTS = "chime-sweep";
    private static final String ENDING = ".txt";

    /** How Gradle and IDEs name the directory with the classes of a source set. Maven has one for all tests. */
    private static final List<Pattern> SOURCE_SETS = List.of(
            Pattern.compile(".*/build/classes/[^/]+/([^/]+)/?"),
            Pattern.compile(".*/out/([^/]+)/classes/?"),
            Pattern.compile(".*/bin/([^/]+)/?"));

    /**
     * Returns the files of a test method.
     *
     * @param declaredProject the directory of the project; if empty, it is found
     */
    static SweepFiles of(Method method, Class<?> testClass, Optional<Path> declaredProject) {
        return of(method, testClass, place(testClass), declaredProject);
    }

    /**
     * Returns the files of a test method.
     *
     * @param classes the directory with the compiled test class
     */
    static SweepFiles of(Method method, Class<?> testClass, Optional<Path> classes, Optional<Path> declaredProject) {
        String set = classes.map(SweepFiles::sourceSet).orElse("test");
        Optional<Path> project =
                declaredProject.or(() -> find(classes, "src/" + set)).or(() -> find(classes, "src/test"));
        // The directory below the project with the classes: target, or build.
        Path output = classes.stream()
                .flatMap(SweepFiles::upwards)
                .filter(directory -> project.filter(found -> found.equals(directory.getParent()))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> project.orElse(Path.of("")).resolve("target"));
        String className = testClass.getName().replace('$', '.');
        String name = className + "." + method.getName();
        return new SweepFiles(
                name,
                testClass.getName().substring(testClass.getName().lastIndexOf('.') + 1) + "#" + method.getName(),
                name + parameters(method, testClass),
                project.map(directory -> directory
                        .resolve(Files.isDirectory(directory.resolve("src/" + set)) ? "src/" + set : "src/test")
                        .resolve("resources")),
                output.resolve(REPORTS));
    }

    private static String sourceSet(Path classes) {
        String path = classes.toAbsolutePath().toString().replace('\\', '/');
        return SOURCE_SETS.stream()
                .map(pattern -> pattern.matcher(path))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("test");
    }

    private static Optional<Path> find(Optional<Path> classes, String sources) {
        return classes.stream()
                .flatMap(SweepFiles::upwards)
                .filter(directory -> Files.isDirectory(directory.resolve(sources)))
                .findFirst();
    }

    /** Only the names of overloaded methods need their parameters. */
    private static String parameters(Method method, Class<?> testClass) {
        long swept = ReflectionSupport.findMethods(
                        testClass,
                        other -> other.getName().equals(method.getName())
                                && AnnotationSupport.isAnnotated(other, FaultSweep.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .size();
        return swept < 2
                ? ""
                : Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** Returns the files with approved verdicts of methods that the class does not have, because they were renamed or removed. */
    List<Path> withoutMethod(Class<?> testClass) {
        String prefix = testClass.getName().replace('$', '.') + ".";
        Set<String> expected = ReflectionSupport.findMethods(
                        testClass,
                        method -> AnnotationSupport.isAnnotated(method, FaultSweep.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(method -> prefix + method.getName() + parameters(method, testClass) + ENDING)
                .collect(Collectors.toSet());
        Optional<Path> directory = approved().map(Path::getParent).filter(Files::isDirectory);
        if (directory.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.get())) {
            return files.filter(file -> isOfMethod(file.getFileName().toString(), prefix))
                    .filter(file -> !expected.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory " + directory.get() + " cannot be read", failure);
        }
    }

    /** Files of nested classes have one more dot. */
    private static boolean isOfMethod(String file, String prefix) {
        return file.startsWith(prefix)
                && file.endsWith(ENDING)
                && file.indexOf('.', prefix.length()) == file.length() - ENDING.length();
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
        return resources.map(directory -> directory.resolve(APPROVED).resolve(fileName + ENDING));
    }

    /** Returns the file with the report. */
    Path report() {
        return output.resolve(fileName + ".txt").toAbsolutePath();
    }

    /** Writes a report as text, JSON and HTML. */
    void write(SweepReport report) {
        try {
            Files.createDirectories(output);
            Files.writeString(output.resolve(fileName + ".txt"), report.toString());
            Files.writeString(output.resolve(fileName + ".json"), report.toJson());
            Files.writeString(output.resolve(fileName + ".html"), report.toHtml());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The report of the sweep cannot be written to " + output.toAbsolutePath(), failure);
        }
    }
}
