package io.github.chimefake.junit.jupiter.internal.report;

import java.util.List;
import java.util.stream.Collectors;

/** Fails a test or a class because of set-up that was not used. */
public final class UnusedSetupError extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** Creates an error with the reports as its message. */
    public UnusedSetupError(List<UnusedSetupReport> reports) {
        super(reports.stream().map(UnusedSetupReport::toString).collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator()
                + "Remove it or correct it; or accept it with unusedSetup = REPORT or IGNORE");
    }
}
