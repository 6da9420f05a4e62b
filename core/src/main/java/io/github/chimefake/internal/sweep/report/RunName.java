package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.InjectedFailure;
import java.util.List;
import java.util.stream.Collectors;

/** The name of a run, which has the names of all failures that it injects. */
public final class RunName {
    /** What separates the names of two failures. */
    public static final String THEN = ", then ";

    private RunName() {}

    /** Returns the name of a run with these failures. */
    public static String of(List<InjectedFailure> injected) {
        return injected.stream().map(InjectedFailure::name).collect(Collectors.joining(THEN));
    }
}
