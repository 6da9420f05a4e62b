package io.github.chimefake.examples;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** An example for another client, as the program prints it, ready to paste. */
final class PrintedExample {
    private PrintedExample() {}

    /** Returns the indented lines below the heading that begins so. */
    static String of(String printed, String heading) {
        Stream<String> fromHeading = printed.lines().dropWhile(line -> !line.startsWith(heading));
        String example = fromHeading
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(line -> line.substring(2) + "\n")
                .collect(joining());
        if (example.isEmpty()) {
            throw new AssertionError("Nothing is printed below a heading that begins with " + heading);
        }
        return example;
    }
}
