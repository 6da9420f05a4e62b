package io.github.chimefake.internal.filter;

import java.util.Set;

/** Finds the line of the test that calls the fake. */
final class SourceLine {
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String CORE = "io.github.chimefake.internal.";
    private static final String EXTENSION = "io.github.chimefake.junit.jupiter.internal.";

    /** The public classes of ours that set up a fake by themselves; tests of ours are in the same packages. */
    private static final Set<String> PUBLIC = Set.of(
            "io.github.chimefake.failures.OperationFailure",
            "io.github.chimefake.scenarios.IdentityScenarios",
            "io.github.chimefake.scenarios.Scenarios");

    private SourceLine() {}

    /** Returns the line of the nearest code on the stack that is neither the fake's nor the JDK's, for example {@code ChatTest.java:42}. */
    static String current() {
        return STACK.walk(frames -> frames.filter(frame -> isOfUser(frame.getClassName()))
                .findFirst()
                .map(frame -> describe(frame.toStackTraceElement()))
                .orElse("unknown line"));
    }

    private static boolean isOfUser(String className) {
        return !className.startsWith(CORE)
                && !className.startsWith(EXTENSION)
                && !PUBLIC.contains(className)
                && !className.startsWith("java.")
                && !className.startsWith("jdk.");
    }

    private static String describe(StackTraceElement frame) {
        String file = frame.getFileName() == null ? frame.getClassName() : frame.getFileName();
        return frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    }
}
