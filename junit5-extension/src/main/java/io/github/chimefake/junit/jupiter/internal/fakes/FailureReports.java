package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Prints the journal under each failed test. The result of a test is known only after its fake was given back, because closing the
 * resources of other extensions can still fail it, so the report is kept until then. {@link RunningNodes} prints it under all other
 * failures, of which Jupiter informs no test watcher; {@link FailuresWithoutListener} under some of them if nothing listens.
 */
final class FailureReports {
    private final Map<String, Supplier<String>> untilResult = new ConcurrentHashMap<>();

    /** Returns the reports of the run. */
    static FailureReports in(ExtensionContext context) {
        return ContextStore.ofRun(context, FailureReports.class, FailureReports::new);
    }

    /** Keeps the requests that the fake of a test received, before the fake is given back. */
    void testEnds(ExtensionContext test, ChimeMessagingServer server) {
        Supplier<String> report = Printout.failure(Printout.name(test), server);
        RunningNodes.reportBy(test, name -> Printout.print(report.get()));
        if (isFactory(test)) { // It has no test watcher.
            FailuresWithoutListener.ends(test, name -> Printout.print(report.get()));
        } else {
            untilResult.putIfAbsent(test.getUniqueId(), report);
        }
    }

    static boolean isFactory(ExtensionContext test) {
        return AnnotationSupport.isAnnotated(test.getTestMethod(), TestFactory.class);
    }

    /** Prints the requests to the fake of a failed test; those to the fake of its container if the test had none. */
    void testFailed(ExtensionContext test, Optional<Fakes> fakes) {
        RunningNodes.reported(test);
        Optional.ofNullable(untilResult.remove(test.getUniqueId()))
                .ifPresentOrElse(
                        report -> Printout.print(report.get()),
                        () -> fakes.flatMap(Fakes::openedScope)
                                .ifPresent(scope -> scope.reportTestWithoutFake(Printout.name(test))));
    }

    /** Forgets a test that did not fail. */
    void testDidNotFail(ExtensionContext test) {
        untilResult.remove(test.getUniqueId());
    }
}
