package io.github.chimefake.surroundings;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The HTTP clients of the SDK that a class path may have, one for each kind of client.
 *
 * @param jars how the names of the jars begin that only they need
 */
record HttpImplementation(String name, List<String> jars) {
    private static final List<HttpImplementation> ALL = List.of(
            new HttpImplementation("Apache and Netty", List.of("apache-client-", "netty-nio-client-")),
            new HttpImplementation("URL connection and Netty", List.of("url-connection-client-", "netty-nio-client-")),
            new HttpImplementation("CRT", List.of("aws-crt-client-")));

    /** Those on the class path of this JVM. */
    static List<HttpImplementation> atHand() {
        return ALL.stream().filter(HttpImplementation::isAtHand).toList();
    }

    private static List<String> classPathOfThisJvm() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static boolean begins(String entry, String jar) {
        return Path.of(entry).getFileName().toString().startsWith(jar);
    }

    private boolean isAtHand() {
        return jars.stream().allMatch(jar -> classPathOfThisJvm().stream().anyMatch(entry -> begins(entry, jar)));
    }

    /** The class path of this JVM, without the other HTTP clients. */
    String classPath() {
        List<String> others = ALL.stream()
                .flatMap(implementation -> implementation.jars.stream())
                .filter(jar -> !jars.contains(jar))
                .toList();
        return classPathOfThisJvm().stream()
                .filter(entry -> others.stream().noneMatch(jar -> begins(entry, jar)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public String toString() {
        return name;
    }
}
