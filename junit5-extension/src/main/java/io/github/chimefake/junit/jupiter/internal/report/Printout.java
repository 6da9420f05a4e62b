package io.github.chimefake.junit.jupiter.internal.report;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.journal.Journal;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Text for the person who reads the result of a test. It is printed to standard error, which build tools and IDEs show with the
 * test that ran, unlike Jupiter's report entries.
 */
public final class Printout {
    private static final String LINE = System.lineSeparator();

    private Printout() {}

    /**
     * Returns the requests to the fake since its journal was cleared. The text is created when it is needed.
     *
     * @param fake the name of the fake; empty if it has none
     * @param when for example {@code " before the first test"}
     */
    public static Supplier<String> asked(String fake, ChimeMessagingServer server, String when) {
        String heading = "What " + named(fake) + " at " + server.endpoint() + " was asked" + when + ":" + LINE;
        if (!wasAsked(server)) {
            return () -> heading + "nothing, no call reached it";
        }
        Supplier<String> calls = TestIsolation.of(server).printout();
        return () -> heading + calls.get().stripTrailing();
    }

    /** Returns how a text names a fake, for example {@code the fake "eu"}. */
    static String named(String fake) {
        return fake.isEmpty() ? "the fake" : "the fake \"" + fake + '"';
    }

    /** Returns whether the journal of the fake has anything to print. */
    public static boolean wasAsked(ChimeMessagingServer server) {
        Journal journal = server.journal();
        return !journal.calls().isEmpty()
                || !journal.lateCalls().isEmpty()
                || !journal.backgroundWork().isEmpty();
    }

    /** Returns the replacement of a journal that belongs to another test. */
    public static Supplier<String> inUse(String fake, ChimeMessagingServer server) {
        String name = fake.isEmpty() ? "The fake" : "The fake \"" + fake + "\"";
        return () -> name + " at " + server.endpoint() + " runs another test now, so its calls are not printed here.";
    }

    /** Warns of the late calls in the journal, if there are any. */
    public static void lateCalls(String fake, ChimeMessagingServer server) {
        String lateCalls = TestIsolation.of(server).printoutOfLateCalls();
        if (!lateCalls.isEmpty()) {
            warn(named(fake) + " at " + server.endpoint()
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
