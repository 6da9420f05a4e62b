package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.journal.Journal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text for the person who reads the result of a test, printed to standard error. */
final class Printout {
    private static final String LINE = System.lineSeparator();

    private Printout() {}

    /**
     * Prints the requests to the fake under the name of what failed.
     *
     * @param when for example {@code " by tests that ran at the same time"}
     */
    static void failure(String name, ChimeMessagingServer server, String when) {
        print(textOfFailure(name, server, when));
    }

    /** Prints the requests to the fake under the name of the test that failed, and the set-up that it did not use. */
    static void failure(ChimeMessagingServer server, UnusedSetupReport unused) {
        print(textOfFailure(unused.name(), server, "") + (unused.isEmpty() ? "" : LINE + unused));
    }

    private static String textOfFailure(String name, ChimeMessagingServer server, String when) {
        return "FAILED: " + name + LINE + "What the fake at " + server.endpoint() + " was asked" + when + ":" + LINE
                + (wasAsked(server)
                        ? TestIsolation.of(server).printout().get().stripTrailing()
                        : "nothing, no call reached it");
    }

    static boolean wasAsked(ChimeMessagingServer server) {
        Journal journal = server.journal();
        return !journal.calls().isEmpty()
                || !journal.lateCalls().isEmpty()
                || !journal.backgroundWork().isEmpty();
    }

    /** Warns of the late calls in the journal, if there are any. */
    static void lateCalls(ChimeMessagingServer server) {
        String lateCalls = TestIsolation.of(server).printoutOfLateCalls();
        if (!lateCalls.isEmpty()) {
            warn("the fake at " + server.endpoint()
                    + " received late calls, after their test had ended or had reset the fake. They failed"
                    + " with status 410. Wait in the test for what it started:" + LINE
                    + lateCalls);
        }
    }

    /** Returns the names of the classes down to the test, for example {@code ChatTest > WhenDenied > saysSo()}. */
    static String name(Class<?> testClass, Method test) {
        return name(testClass) + " > " + test.getName()
                + Arrays.stream(test.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    static String name(Class<?> testClass) {
        Class<?> enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass.getSimpleName() : name(enclosing) + " > " + testClass.getSimpleName();
    }

    static void warn(String text) {
        print("WARNING: " + text);
    }

    static void print(String text) {
        System.err.println(text);
    }
}
