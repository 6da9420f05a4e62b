package io.github.chimefake.junit.jupiter.internal.report;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.journal.Journal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Text for the person who reads the result of a test. It is printed to standard error, which build tools and IDEs show with the
 * test that ran, unlike Jupiter's report entries.
 */
public final class Printout {
    private static final String LINE = System.lineSeparator();

    private Printout() {}

    /** Returns the report of a failure: the requests to the fake so far. The text is created when it is needed. */
    public static Supplier<String> failure(String name, ChimeMessagingServer server) {
        return failure(name, List.of(asked(server, "")));
    }

    /** Returns the report of a failure: the requests to the fake so far, and the set-up that was not used. */
    public static Supplier<String> failure(String name, ChimeMessagingServer server, UnusedSetupReport unused) {
        Supplier<String> calls = asked(server, "");
        return failure(name, unused.isEmpty() ? List.of(calls) : List.of(calls, unused::toString));
    }

    /** Returns the report of a failure, one part after the other. */
    public static Supplier<String> failure(String name, List<Supplier<String>> parts) {
        return () -> parts.stream().map(Supplier::get).collect(Collectors.joining(LINE, "FAILED: " + name + LINE, ""));
    }

    /**
     * Returns the requests to the fake since its journal was cleared.
     *
     * @param when for example {@code " before the first test"}
     */
    public static Supplier<String> asked(ChimeMessagingServer server, String when) {
        String heading = "What the fake at " + server.endpoint() + " was asked" + when + ":" + LINE;
        if (!wasAsked(server)) {
            return () -> heading + "nothing, no call reached it";
        }
        Supplier<String> calls = TestIsolation.of(server).printout();
        return () -> heading + calls.get().stripTrailing();
    }

    /** Returns whether the journal of the fake has anything to print. */
    public static boolean wasAsked(ChimeMessagingServer server) {
        Journal journal = server.journal();
        return !journal.calls().isEmpty()
                || !journal.lateCalls().isEmpty()
                || !journal.backgroundWork().isEmpty();
    }

    /** Returns the replacement of a journal that belongs to another test. */
    public static Supplier<String> inUse(ChimeMessagingServer server) {
        return () -> "The fake at " + server.endpoint() + " runs another test now, so its calls are not printed here.";
    }

    /** Warns of the late calls in the journal, if there are any. */
    public static void lateCalls(ChimeMessagingServer server) {
        String lateCalls = TestIsolation.of(server).printoutOfLateCalls();
        if (!lateCalls.isEmpty()) {
            warn("the fake at " + server.endpoint()
                    + " received late calls, after their test had ended or had reset the fake. They failed"
                    + " with status 410. Wait in the test for what it started:" + LINE
                    + lateCalls);
        }
    }

    /**
     * Returns the display names down to this one, for example {@code ChatTest > WhenDenied > saysSo()}, including those of dynamic
     * tests and containers, which have no element.
     */
    public static String name(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getParent().isPresent())
                .map(parent -> name(parent) + " > " + context.getDisplayName())
                .orElseGet(context::getDisplayName);
    }

    static void warn(String text) {
        print("WARNING: " + text);
    }

    /** Prints in one piece, so that tests that run at the same time do not mix their lines. */
    public static void print(String text) {
        System.err.println(text);
    }
}
