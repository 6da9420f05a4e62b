package io.github.chimefake.internal.sweep;

import io.github.chimefake.sweep.Sweep;
import java.util.Optional;

/** The outcome of the code under test. */
final class CodeOutcome<T> implements Sweep.SweptOutcome<T> {
    private final CodeRun result;
    private boolean inspected;

    CodeOutcome(CodeRun result) {
        this.result = result;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // What the code returns, also if that is null.
    public T value() {
        inspected = true;
        result.exception().ifPresent(CodeOutcome::<RuntimeException>rethrow);
        return (T) result.value().orElse(null);
    }

    /** Throws what the code has thrown, also if that is a checked exception. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void rethrow(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Override
    public Optional<Throwable> exception() {
        inspected = true;
        return result.exception();
    }

    /** Returns whether the test has asked for the value or the exception. */
    boolean isInspected() {
        return inspected;
    }
}
