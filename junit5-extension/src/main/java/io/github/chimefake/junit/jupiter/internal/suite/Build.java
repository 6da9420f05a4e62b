package io.github.chimefake.junit.jupiter.internal.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The build that this test process belongs to: the one with this name; or without a name, what the process that started this one has done
 * since it was started. A daemon of a build tool lives longer than a build, so that earlier builds count, too.
 *
 * @param name empty without a name
 * @param start when it began
 */
record Build(Optional<String> name, Instant start) {
    /** Returns the build with a name, or else that of the process that started this one. */
    static Build of(Optional<String> name) {
        Instant start = Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(parent -> !isShell(parent))
                .findFirst()
                .flatMap(parent -> parent.info().startInstant())
                .orElseGet(Build::startOfProcess);
        return new Build(name.map(given -> given.replaceAll("[^A-Za-z0-9._]", "_")), start);
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

    /** Returns what the names of its files have after the first word. */
    String prefix() {
        return name.map(given -> given + "-").orElse("");
    }

    /** Returns whether it has written a file, by the name of which it may be another one. */
    boolean includes(Path file) {
        return name.isPresent() || !written(file).isBefore(start);
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
