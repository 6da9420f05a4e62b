package io.github.chimefake.junit.jupiter.internal.report;

/** Fails a test or a class because of set-up that was not used. */
public final class UnusedSetupError extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** Creates an error with the report as its message. */
    public UnusedSetupError(UnusedSetupReport report) {
        super(report + System.lineSeparator()
                + "Remove it or correct it; or accept it with unusedSetup = REPORT or IGNORE");
    }
}
