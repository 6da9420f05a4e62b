package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a person reads beside the result of a test. It goes to standard error, which build tools and IDEs show with the test
 * that ran, unlike Jupiter's report entries.
 */
final class Printout {
    private static final String LINE = System.lineSeparator();

    private Printout() {}

    /** Returns what is printed under a failure, put into words when asked for: what the fake was asked so far. */
    static Supplier<String> failure(String name, ChimeMessagingServer server) {
        String heading = "FAILED: " + name + LINE + "What the fake at " + server.endpoint() + " was asked:" + LINE;
        Journal journal = server.journal();
        if (journal.calls().isEmpty() && journal.lateCalls().isEmpty()) {
            return () -> heading + "nothing, no call reached it";
        }
        Supplier<String> calls = TestIsolation.of(server).printout();
        return () -> heading + calls.get().stripTrailing();
    }

    /** Warns of the late calls in the journal, if there are any. */
    static void lateCalls(ChimeMessagingServer server) {
        List<RecordedCall> lateCalls = server.journal().lateCalls();
        if (!lateCalls.isEmpty()) {
            warn("the fake at " + server.endpoint()
                    + " refused late calls, which came after their test had ended or reset the fake. Wait in"
                    + " the test for what it started:" + LINE
                    + lateCalls.stream().map(RecordedCall::toString).collect(Collectors.joining(LINE)));
        }
    }

    /**
     * The display names down to this one, for example {@code ChatTest > WhenDenied > saysSo()}; those of dynamic tests and
     * containers included, which stand on no element.
     */
    static String name(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getParent().isPresent())
                .map(parent -> name(parent) + " > " + context.getDisplayName())
                .orElseGet(context::getDisplayName);
    }

    static void warn(String text) {
        print("WARNING: " + text);
    }

    /** In one piece, so that tests which run at the same time do not mix their lines. */
    static void print(String text) {
        System.err.println(text);
    }
}
