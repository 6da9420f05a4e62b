package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Prints the journal under each failure, once. The result of a test is known only after its fake was given back, because closing
 * what other extensions keep can still fail it; so what it was asked is kept until then.
 */
final class FailureReports {
    private static final String JUNIT4_ASSUMPTION = "org.junit.internal.AssumptionViolatedException";

    private final Map<String, Supplier<String>> untilResult = new ConcurrentHashMap<>();

    /** Returns the reports of the run. */
    static FailureReports in(ExtensionContext context) {
        return Fakes.store(context.getRoot())
                .getOrComputeIfAbsent(FailureReports.class, key -> new FailureReports(), FailureReports.class);
    }

    /** Keeps what the fake of a test was asked, before the fake is given back. */
    void testEnds(ExtensionContext test, ChimeMessagingServer server) {
        if (isFactory(test)) {
            // Jupiter reports no result of a factory to test watchers, but its context has it by now.
            Supplier<String> report = Printout.failure(Printout.name(test), server);
            if (hasFailed(test)) {
                Printout.print(report.get());
                RunningNodes.reported(test);
            }
            RunningNodes.reportBy(test, name -> Printout.print(report.get()));
            ParameterClaims.advise(test);
        } else {
            untilResult.putIfAbsent(test.getUniqueId(), Printout.failure(Printout.name(test), server));
        }
    }

    static boolean isFactory(ExtensionContext test) {
        return AnnotationSupport.isAnnotated(test.getTestMethod(), TestFactory.class);
    }

    /** Prints what the fake of a scope was asked if the container failed. */
    static void containerEnds(ExtensionContext container, FakeScope scope) {
        if (hasFailed(container)) {
            scope.reportContainer(Printout.name(container));
            RunningNodes.reported(container);
        }
    }

    static boolean hasFailed(ExtensionContext context) {
        return context.getExecutionException().filter(FailureReports::isFailure).isPresent();
    }

    /** Prints what the fake of a test was asked that failed; what its container's fake was asked if the test got none. */
    void testFailed(ExtensionContext test, Fakes fakes) {
        Optional.ofNullable(untilResult.remove(test.getUniqueId()))
                .ifPresentOrElse(
                        report -> Printout.print(report.get()), () -> reportWithoutFake(Printout.name(test), fakes));
    }

    /** Prints what the container's own fake was asked, for a test that failed before it was given a fake. */
    static void reportWithoutFake(String name, Fakes fakes) {
        fakes.openedScope().ifPresent(scope -> scope.reportTestWithoutFake(name));
    }

    /** Forgets a test that did not fail. */
    void testDidNotFail(ExtensionContext test) {
        untilResult.remove(test.getUniqueId());
    }

    /** Whether JUnit reports this as a failure; assumptions abort. */
    static boolean isFailure(Throwable problem) {
        return !(problem instanceof TestAbortedException) && !isJUnit4Assumption(problem.getClass());
    }

    private static boolean isJUnit4Assumption(Class<?> type) {
        return type.getName().equals(JUNIT4_ASSUMPTION)
                || Optional.ofNullable(type.getSuperclass())
                        .filter(FailureReports::isJUnit4Assumption)
                        .isPresent();
    }
}
