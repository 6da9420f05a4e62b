package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.junit.jupiter.UnusedSetupMode;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupError;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupReport;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Prints the journal and the unused set-up under each failed test, and the unused set-up under others. The result of a test is known only
 * after its fake was given back, because closing the resources of other extensions can still fail it, so the report is kept until then.
 * {@link RunningNodes} prints it under all other failures, of which Jupiter informs no test watcher; {@link FailuresWithoutListener}
 * under some of them if nothing listens.
 */
final class FailureReports {
    private final Map<String, Reports> untilResult = new ConcurrentHashMap<>();

    /**
     * What is printed about a test.
     *
     * @param failed if it fails
     * @param passed if it passes; empty if there is nothing to print
     */
    private record Reports(Supplier<String> failed, Optional<String> passed) {}

    /** Returns the reports of the run. */
    static FailureReports in(ExtensionContext context) {
        return ContextStore.ofRun(context, FailureReports.class, FailureReports::new);
    }

    /** Keeps the requests that the fake of a test received and what was set up and not used, before the fake is given back. */
    void testEnds(ExtensionContext test, ChimeMessagingServer server, TestSetup setup) {
        Reports reports = reports(test, server, setup);
        RunningNodes.reportBy(test, name -> Printout.print(reports.failed().get()));
        if (isFactory(test)) { // It has no test watcher.
            FailuresWithoutListener.ends(
                    test, name -> Printout.print(reports.failed().get()));
            if (test.getExecutionException().isEmpty()) {
                reports.passed().ifPresent(Printout::print);
            }
        } else {
            untilResult.putIfAbsent(test.getUniqueId(), reports);
        }
    }

    private static Reports reports(ExtensionContext test, ChimeMessagingServer server, TestSetup setup) {
        String name = Printout.name(test);
        boolean saysSoItself = test.getExecutionException()
                .filter(UnusedSetupError.class::isInstance)
                .isPresent();
        UnusedSetupReport inFailed = new UnusedSetupReport(name, saysSoItself ? List.of() : setup.unusedInFailedTest());
        List<UnusedSetup> unused = setup.unused();
        boolean prints = !unused.isEmpty() && (setup.mode() != UnusedSetupMode.IGNORE || setup.hasFailedDynamicTest());
        return new Reports(
                Printout.failure(name, server, inFailed),
                prints ? Optional.of(new UnusedSetupReport(name, unused).toString()) : Optional.empty());
    }

    /**
     * Fails a test that has passed so far, if its unused set-up does so.
     *
     * @throws UnusedSetupError if it does
     */
    static void requireUsed(ExtensionContext test, TestSetup setup) {
        if (setup.mustBeUsed() && test.getExecutionException().isEmpty()) {
            UnusedSetupReport report = new UnusedSetupReport(Printout.name(test), setup.unused());
            if (!report.isEmpty()) {
                throw new UnusedSetupError(report);
            }
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
                        reports -> Printout.print(reports.failed().get()),
                        () -> fakes.flatMap(Fakes::openedScope)
                                .ifPresent(scope -> scope.reportTestWithoutFake(Printout.name(test))));
    }

    /** Prints the unused set-up of a test that passed. */
    void testPassed(ExtensionContext test) {
        Optional.ofNullable(untilResult.remove(test.getUniqueId()))
                .flatMap(Reports::passed)
                .ifPresent(report -> InvocationReports.print(test, report));
    }

    /** Forgets a test that was aborted or is disabled. */
    void testDidNotRun(ExtensionContext test) {
        untilResult.remove(test.getUniqueId());
    }
}
