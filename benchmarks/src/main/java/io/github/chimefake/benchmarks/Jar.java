package io.github.chimefake.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar of the standalone server, and with which options it is started. */
final class Jar {
    private final Path file;
    private final Jdk jdk;
    private final List<String> jvm;
    private final List<String> options;

    private Jar(Path file, Jdk jdk, List<String> jvm, List<String> options) {
        this.file = file;
        this.jdk = jdk;
        this.jvm = jvm;
        this.options = options;
    }

    /**
     * The jar at its defaults, on the JDK that runs this program.
     *
     * @throws IllegalStateException if it was not made
     */
    static Jar at(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no " + file + "; run Maven with -am, which makes it");
        }
        return new Jar(file, Jdk.present(), List.of(), List.of());
    }

    Jar on(Jdk other) {
        return new Jar(file, other, jvm, options);
    }

    /** With further options of the JVM. */
    Jar jvm(String... further) {
        return new Jar(file, jdk, plus(jvm, further), options);
    }

    /** With further options of the program. */
    Jar with(String... further) {
        return new Jar(file, jdk, jvm, plus(options, further));
    }

    /** Starts it, on a free port, and waits until it says that it responds. */
    JarProcess start() {
        List<String> command = new ArrayList<>(List.of(jdk.program("java")));
        command.addAll(jvm);
        command.addAll(List.of("-jar", file.toString(), "--port", "0", "--until-stdin-closes"));
        command.addAll(options);
        return JarProcess.start(jdk, command);
    }

    private static List<String> plus(List<String> some, String... further) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(further));
        return all;
    }
}
