package io.github.chimefake.junit.jupiter.internal.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The build that this test process belongs to: the one with this name; or without a name, what the process that started this one has done
 * since it was started. A daemon of a build tool lives longer than a build, so that earlier builds count, too.
 *
 * @param name empty without a name
 * @param parent the number of the process that started this one
 * @param start when that began; some systems know it to a second only
 */
record Build(Optional<String> name, long parent, Instant start) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)-\\d+(-\\d+)?\\.json$");

    /** Returns the build with a name, or else that of the process that started this one. */
    static Build of(Optional<String> name) {
        ProcessHandle parent = Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        child -> child.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> !isShell(process))
                .findFirst()
                .orElseGet(ProcessHandle::current);
        return new Build(
                name.map(given -> given.replaceAll("[^A-Za-z0-9._]", "_")),
                parent.pid(),
                parent.info().startInstant().orElseGet(Build::startOfProcess));
    }

    /** Build tools start test processes through a shell. */
    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(command -> command.matches("(sh|bash|dash|zsh|ash|busybox|cmd\\.exe)"))
                .isPresent();
    }

    private static Instant startOfProcess() {
        return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    }

    /** Returns what the names of its files have after the first word, before the numbers of processes. */
    String prefix() {
        return name.map(given -> "build." + given + "-").orElse(""); // Other names begin with a number.
    }

    /** Returns the numbers of the process that started this one, and of this one. */
    String processes() {
        return parent + "-" + ProcessHandle.current().pid();
    }

    /** Returns whether it has written a file, by the name of which it may be another one. */
    boolean includes(Path file) {
        Matcher numbers = NUMBERS.matcher(file.getFileName().toString());
        return name.isPresent() || (numbers.find() && Long.parseLong(numbers.group(1)) == parent && !isOfEarlier(file));
    }

    /** Returns whether a file is surely one of an earlier build. */
    boolean isOfEarlier(Path file) {
        return name.isEmpty() && written(file).isBefore(start);
    }

    /** Returns whether a file is there that this process has written, and not an earlier one with its number. */
    boolean isOfThisProcess(Path file) {
        return Files.exists(file) && !written(file).isBefore(startOfProcess());
    }

    static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
