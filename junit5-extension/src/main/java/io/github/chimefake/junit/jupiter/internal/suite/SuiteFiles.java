package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.junit.jupiter.internal.settings.SuiteSettings;
import io.github.chimefake.sweep.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files with the report of this run, and those with the reports of all test processes of the build. They are kept apart while tests
 * run, and each process that ends merges what is there.
 */
final class SuiteFiles {
    private static final String REPORT = "suite";
    private static final long LEAST_PAUSE = Duration.ofSeconds(1).toNanos();

    private final Path directory;
    private final Build build;
    private final String name;
    private long lastWritten = System.nanoTime();

    private SuiteFiles(Path directory, Build build) {
        this.directory = directory;
        this.build = build;
        this.name = freeName();
    }

    static SuiteFiles of(SuiteSettings settings) {
        Path project = settings.project().orElse(Path.of(""));
        Path maven = project.resolve("target");
        Path gradle = project.resolve("build");
        Path output = Files.isDirectory(gradle) && !Files.isDirectory(maven) ? gradle : maven;
        return new SuiteFiles(output.resolve("chime-sweep"), Build.of(settings.build()));
    }

    /** A process that runs its tests in several runs of a launcher has a file for each. */
    private String freeName() {
        String prefix = REPORT + "-" + build.prefix() + build.processes();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? prefix : prefix + "-" + number)
                .filter(free -> !build.isOfThisProcess(directory.resolve(free + ".json")))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the file with the report of the build. */
    Path merged() {
        return directory.resolve(REPORT + ".txt");
    }

    /** Writes the report of this run, unless that was just done. */
    void writeSometimes(Supplier<SweepReport.OfSuite> report) {
        if (System.nanoTime() - lastWritten >= LEAST_PAUSE) {
            write(report.get());
            lastWritten = System.nanoTime();
        }
    }

    /** Writes the report of this run. */
    void write(SweepReport.OfSuite report) {
        try {
            Files.createDirectories(directory);
            write(name, report);
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /** No reader may find half of a file. */
    private void write(String file, SweepReport.OfSuite report) throws IOException {
        Path part = Files.createTempFile(directory, file, ".part");
        Files.writeString(part, report.toString());
        Files.move(part, directory.resolve(file + ".txt"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(part, report.toHtml());
        Files.move(part, directory.resolve(file + ".html"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(part, report.toJson());
        Files.move(part, directory.resolve(file + ".json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private UncheckedIOException cannotWrite(IOException failure) {
        return new UncheckedIOException(
                "The report of the sweep cannot be written to " + directory.toAbsolutePath(), failure);
    }

    /** Writes the report of all processes of the build, as far as they have written theirs, and returns it. */
    SweepReport.OfSuite merge() {
        try (FileChannel channel = FileChannel.open(
                        directory.resolve(REPORT + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            List<String> reports = new ArrayList<>();
            for (Path file : lock.isValid() ? filesOfBuild() : List.<Path>of()) {
                reports.add(Files.readString(file));
            }
            SweepReport.OfSuite all = SweepReport.ofSuites(reports);
            write(REPORT, all);
            return all;
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    /** Returns them in the order in which they were written, and deletes those of earlier builds. */
    private List<Path> filesOfBuild() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(directory)) {
            all = files.filter(file -> file.getFileName()
                            .toString()
                            .matches(REPORT + "-" + Pattern.quote(build.prefix()) + "\\d+-\\d+(-\\d+)?\\.json"))
                    .toList();
        }
        for (Path file : all) {
            if (build.isOfEarlier(file)) {
                for (String ending : List.of("txt", "html", "json")) {
                    Files.deleteIfExists(
                            file.resolveSibling(file.getFileName().toString().replaceAll("json$", ending)));
                }
            }
        }
        Map<Path, Instant> written = new HashMap<>(); // Read once: others are still writing.
        all.stream().filter(build::includes).forEach(file -> written.put(file, Build.written(file)));
        return written.entrySet().stream()
                .sorted(Map.Entry.<Path, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
