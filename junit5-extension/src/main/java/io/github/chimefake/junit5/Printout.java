package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What a person reads beside the result of a test. It goes to standard error, which build tools and IDEs show with the test
 * that ran, unlike Jupiter's report entries.
 */
final class Printout {
    private static final String LINE = System.lineSeparator();

    private Printout() {}

    /** Prints the journal if the test or container of this context failed. */
    static void journalIfFailed(ExtensionContext context, ChimeMessagingServer server) {
        boolean failed = context.getExecutionException()
                .filter(problem -> !(problem instanceof TestAbortedException))
                .isPresent();
        if (failed) {
            print("FAILED: " + name(context) + LINE + "What the fake at " + server.endpoint() + " was asked:" + LINE
                    + text(server.journal()));
        }
    }

    private static String text(Journal journal) {
        boolean unused = journal.calls().isEmpty() && journal.lateCalls().isEmpty();
        return unused ? "nothing, no call reached it" : journal.toString().stripTrailing();
    }

    /** Warns of the late calls in the journal, if there are any. */
    static void lateCalls(ChimeMessagingServer server) {
        List<RecordedCall> lateCalls = server.journal().lateCalls();
        if (!lateCalls.isEmpty()) {
            warn("the fake at " + server.endpoint()
                    + " refused late calls, which came after their test had ended. Wait in"
                    + " the test for what it started:" + LINE
                    + lateCalls.stream().map(RecordedCall::toString).collect(Collectors.joining(LINE)));
        }
    }

    /** The display names down to this one, for example {@code ChatTest > WhenDenied > saysSo()}. */
    static String name(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getElement().isPresent())
                .map(parent -> name(parent) + " > " + context.getDisplayName())
                .orElseGet(context::getDisplayName);
    }

    static void warn(String text) {
        print("WARNING: " + text);
    }

    /** In one piece, so that tests which run at the same time do not mix their lines. */
    private static void print(String text) {
        System.err.println(text);
    }
}
