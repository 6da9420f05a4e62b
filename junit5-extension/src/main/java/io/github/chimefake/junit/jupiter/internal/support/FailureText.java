package io.github.chimefake.junit.jupiter.internal.support;

import java.util.List;

/** What is printed under a test or container that failed. */
public final class FailureText {
    private static final String LINE = System.lineSeparator();

    private FailureText() {}

    /** Returns the text. */
    public static String of(String name, List<String> parts) {
        return "FAILED: " + name + LINE + String.join(LINE, parts);
    }

    /** Prints the text to standard error, in one piece, unless there are no parts. */
    public static void print(String name, List<String> parts) {
        if (!parts.isEmpty()) {
            System.err.println(of(name, parts));
        }
    }
}
