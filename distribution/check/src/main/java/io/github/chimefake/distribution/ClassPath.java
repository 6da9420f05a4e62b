package io.github.chimefake.distribution;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars of a class path. Directories are left out: they are the program that reads it. */
final class ClassPath {
    private final List<Path> jars;

    private ClassPath(List<Path> jars) {
        this.jars = jars;
    }

    /** Returns the class path of this JVM. */
    static ClassPath current() {
        return of(Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of));
    }

    /** Returns the class path that consists of the given files. */
    static ClassPath of(Stream<Path> entries) {
        return new ClassPath(entries.filter(Files::isRegularFile).toList());
    }

    /** Returns this class path and further jars. */
    ClassPath and(List<Path> further) {
        return new ClassPath(Stream.concat(jars.stream(), further.stream()).toList());
    }

    /** Returns the jar of a component, if it is on the class path. */
    Optional<Path> jar(Component component) {
        return jars.stream().filter(component::isIn).findFirst();
    }

    /** Returns the jars that belong to none of the components. */
    List<Path> jarsOfNone(List<Component> components) {
        return jars.stream()
                .filter(jar -> components.stream().noneMatch(component -> component.isIn(jar)))
                .toList();
    }

    /** Returns the size of a component's jar in bytes. */
    long size(Component component) {
        try {
            return Files.size(jar(component).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
