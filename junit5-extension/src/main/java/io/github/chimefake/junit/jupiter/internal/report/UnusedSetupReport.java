package io.github.chimefake.junit.jupiter.internal.report;

import io.github.chimefake.UnusedSetup;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text about set-up that was not used, for example
 *
 * <pre>
 * Not used by ChatTest > sends(): 1 part of its set-up
 *   ChatTest.java:42  fault "SendChannelMessage, once: fail with ForbiddenException" never applied: no SendChannelMessage was received
 * </pre>
 */
public record UnusedSetupReport(String name, String fake, List<UnusedSetup> unused) {
    private static final String LINE = System.lineSeparator();
    private static final int PRINTED = 20;

    /**
     * Creates a report about a test or class with this name.
     *
     * @param fake the name of the fake; empty if it has none
     */
    public UnusedSetupReport {
        unused = List.copyOf(unused);
    }

    public boolean isEmpty() {
        return unused.isEmpty();
    }

    @Override
    public String toString() {
        String parts =
                unused.stream().limit(PRINTED).map(each -> LINE + "  " + each).collect(Collectors.joining());
        return "Not used by " + name + ": " + unused.size() + (unused.size() == 1 ? " part" : " parts")
                + " of its set-up"
                + (fake.isEmpty() ? "" : " of " + Printout.named(fake))
                + parts
                + (unused.size() > PRINTED ? LINE + "  and " + (unused.size() - PRINTED) + " more" : "");
    }
}
