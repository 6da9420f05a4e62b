package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.sweep.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** The report about a whole suite. */
record SuiteReport(List<SweepReport> reports, Map<String, String> excluded) {
    private static final String LINE = System.lineSeparator();

    /** Returns the name of a test, for example {@code com.example.ChatTest.sends, [2] bob}. */
    static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> {
                    if (source instanceof MethodSource method) {
                        String name = method.getClassName() + "." + method.getMethodName();
                        return test.getDisplayName().startsWith(method.getMethodName() + "(")
                                ? name
                                : name + ", " + test.getDisplayName();
                    }
                    return source instanceof ClassSource type
                            ? type.getClassName() + ", " + test.getDisplayName()
                            : test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }

    /**
     * Prints a summary, and writes all of it to files of this process.
     *
     * @param project the directory of the project; the working directory if empty
     */
    void publish(Optional<Path> project) {
        Path directory = directory(project.orElse(Path.of("")));
        String name = "suite-" + ProcessHandle.current().pid();
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".txt"), text());
            Files.writeString(
                    directory.resolve(name + ".json"),
                    reports.stream().map(SweepReport::toJson).collect(Collectors.joining(",\n", "[", "]")));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The report of the sweep cannot be written to " + directory.toAbsolutePath(), failure);
        }
        System.out.println(head() + LINE + "The report is in "
                + directory.resolve(name + ".txt").toAbsolutePath());
    }

    private static Path directory(Path project) {
        Path maven = project.resolve("target");
        Path gradle = project.resolve("build");
        return (Files.isDirectory(gradle) && !Files.isDirectory(maven) ? gradle : maven).resolve("chime-sweep");
    }

    private String head() {
        int runs = reports.stream().mapToInt(report -> report.verdicts().size()).sum();
        int alarms = reports.stream().mapToInt(report -> report.alarms().size()).sum();
        return "Sweep of " + reports.size() + " tests, each of which ran many times, " + runs
                + " times with a failure in all: " + alarms + (alarms == 1 ? " alarm" : " alarms");
    }

    private String text() {
        StringBuilder text = new StringBuilder(head()).append(LINE);
        excluded.forEach((test, reason) -> text.append("not swept: ")
                .append(test)
                .append(": ")
                .append(reason)
                .append(LINE));
        List<SweepReport> worstFirst = reports.stream()
                .sorted((one, other) ->
                        Integer.compare(other.alarms().size(), one.alarms().size()))
                .toList();
        worstFirst.forEach(report -> text.append(LINE).append(report));
        return text.toString();
    }
}
