package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.UnusedSetup;
import java.util.List;
import java.util.stream.Collectors;

/** The text about the set-up that a test or class did not use, with a line for each part. */
record UnusedSetupReport(String name, List<UnusedSetup> unused) {
    private static final String LINE = System.lineSeparator();
    private static final int PRINTED = 20;

    boolean isEmpty() {
        return unused.isEmpty();
    }

    /** Returns the failure of a test or class because of it. */
    AssertionError failure() {
        return new AssertionError(
                this + LINE + "Remove it or correct it; or accept it with unusedSetup = REPORT or IGNORE");
    }

    @Override
    public String toString() {
        String parts =
                unused.stream().limit(PRINTED).map(each -> LINE + "  " + each).collect(Collectors.joining());
        return "Not used by " + name + ": " + unused.size() + (unused.size() == 1 ? " part" : " parts")
                + " of its set-up"
                + parts
                + (unused.size() > PRINTED ? LINE + "  and " + (unused.size() - PRINTED) + " more" : "");
    }
}
