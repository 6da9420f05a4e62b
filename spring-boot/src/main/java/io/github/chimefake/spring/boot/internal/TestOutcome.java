package io.github.chimefake.spring.boot.internal;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a test ended. */
enum TestOutcome {
    PASSED,
    ABORTED,
    FAILED;

    /** Exceptions by which tests say that they cannot be run here. */
    private static final Set<String> ABORTING = Set.of(
            "org.opentest4j.TestAbortedException",
            "org.junit.internal.AssumptionViolatedException",
            "org.testng.SkipException");

    /** Returns the outcome of a test with this exception. */
    static TestOutcome of(@Nullable Throwable problem) {
        if (problem == null) {
            return PASSED;
        }
        return Stream.<Class<?>>iterate(problem.getClass(), type -> type != null, Class::getSuperclass)
                        .anyMatch(type -> ABORTING.contains(type.getName()))
                ? ABORTED
                : FAILED;
    }
}
