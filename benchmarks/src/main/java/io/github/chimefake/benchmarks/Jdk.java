package io.github.chimefake.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its directory
 * @param version as it says itself, for example {@code 25.0.3}
 */
record Jdk(Path home, String version) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The JDK that runs this program. */
    static Jdk present() {
        return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
    }

    /** A JDK of this version, where Linux distributions install them or in {@code JAVA_HOME_25} and the like. */
    static Optional<Jdk> of(int feature) {
        try (Stream<Path> installed = Files.isDirectory(INSTALLED) ? Files.list(INSTALLED) : Stream.empty()) {
            Stream<Path> named = System.getenv().entrySet().stream()
                    .filter(variable -> variable.getKey().startsWith("JAVA_HOME_" + feature))
                    .map(variable -> Path.of(variable.getValue()));
            return Stream.concat(named, installed)
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .map(home -> new Jdk(home, versionOf(home)))
                    .filter(jdk -> jdk.parsed()
                            .filter(version -> version.feature() == feature)
                            .isPresent())
                    .max(Comparator.comparing(jdk -> jdk.parsed().orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Runtime.Version> parsed() {
        try {
            return Optional.of(Runtime.Version.parse(version));
        } catch (IllegalArgumentException notAVersion) {
            return Optional.empty();
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String versionOf(Path home) {
        try {
            Path release = home.resolve("release");
            List<String> lines = Files.exists(release) ? Files.readAllLines(release) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
