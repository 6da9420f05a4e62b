package io.github.chimefake.surroundings;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The HTTP clients of the SDK, of which a class path has one, by the jars that only they need. */
enum HttpImplementation {
    APACHE_AND_NETTY("apache-client-", "netty-nio-client-"),
    URL_CONNECTION_AND_NETTY("url-connection-client-", "netty-nio-client-"),
    CRT("aws-crt-client-");

    private static final List<String> ALL = Arrays.stream(values())
            .flatMap(implementation -> implementation.jars.stream())
            .distinct()
            .toList();

    private final List<String> jars;

    HttpImplementation(String... jars) {
        this.jars = List.of(jars);
    }

    private static List<String> classPathOfThisJvm() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static boolean isOneOf(List<String> jars, String entry) {
        return jars.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith);
    }

    boolean isAtHand() {
        return jars.stream()
                .allMatch(jar -> classPathOfThisJvm().stream().anyMatch(entry -> isOneOf(List.of(jar), entry)));
    }

    /** The class path of this JVM, without the other HTTP clients. */
    String classPath() {
        return classPathOfThisJvm().stream()
                .filter(entry -> isOneOf(jars, entry) || !isOneOf(ALL, entry))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
