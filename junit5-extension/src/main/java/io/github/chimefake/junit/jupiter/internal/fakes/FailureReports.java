package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.UnusedSetup;
import io.github.chimefake.junit.jupiter.UnusedSetupMode;
import io.github.chimefake.junit.jupiter.internal.report.InvocationReports;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupError;
import io.github.chimefake.junit.jupiter.internal.report.UnusedSetupReport;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.FailureText;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
    private final Map<String, Map<String, Reports>> untilResult = new ConcurrentHashMap<>();

    /**
     * What is printed about one fake of a test.
     *
     * @param failed if it fails
     * @param passed if it passes; empty if there is nothing to print
     */
    private record Reports(List<Supplier<String>> failed, Optional<String> passed) {
        private List<String> parts() {
            return failed.stream().map(Supplier::get).toList();
        }
    }

    /** Returns the reports of the run. */
    static FailureReports in(ExtensionContext context) {
        return ContextStore.ofRun(context, FailureReports.class, FailureReports::new);
    }

    /** Keeps the requests that the fake of a test received and what was set up and not used, before the fake is given back. */
    void testEnds(ExtensionContext test, FakeLease fake, TestSetup setup) {
        Reports reports = reports(test, fake, setup);
        RunningNodes.reportBy(test, fake.fakeName(), reports::parts);
        if (isFactory(test)) { // It has no test watcher.
            FailuresWithoutListener.ends(test, reports::parts);
            if (test.getExecutionException().isEmpty()) {
                reports.passed().ifPresent(Printout::print);
            }
        } else {
            untilResult
                    .computeIfAbsent(test.getUniqueId(), key -> new ConcurrentSkipListMap<>())
                    .putIfAbsent(fake.fakeName(), reports);
        }
    }

    private static Reports reports(ExtensionContext test, FakeLease fake, TestSetup setup) {
        String name = Printout.name(test);
        boolean saysSoItself = setup.mode() == UnusedSetupMode.FAIL
                && test.getExecutionException()
                        .filter(UnusedSetupError.class::isInstance)
                        .isPresent();
        UnusedSetupReport inFailed =
                new UnusedSetupReport(name, fake.fakeName(), saysSoItself ? List.of() : setup.unusedInFailedTest());
        Supplier<String> calls = Printout.asked(fake.fakeName(), fake.server(), "");
        List<UnusedSetup> unused = setup.unused();
        boolean prints = !unused.isEmpty() && (setup.mode() != UnusedSetupMode.IGNORE || setup.hasFailedDynamicTest());
        return new Reports(
                inFailed.isEmpty() ? List.of(calls) : List.of(calls, inFailed::toString),
                prints
                        ? Optional.of(new UnusedSetupReport(name, fake.fakeName(), unused).toString())
                        : Optional.empty());
    }

    /**
     * Fails a test that has passed so far, if the unused set-up of one of its fakes does so.
     *
     * @throws UnusedSetupError if it does
     */
    static void requireUsed(ExtensionContext test, List<TestFake> fakes) {
        if (test.getExecutionException().isPresent()) {
            return;
        }
        List<UnusedSetupReport> reports = fakes.stream()
                .filter(fake -> fake.setup().mustBeUsed())
                .map(fake -> new UnusedSetupReport(
                        Printout.name(test),
                        fake.lease().fakeName(),
                        fake.setup().unused()))
                .filter(report -> !report.isEmpty())
                .toList();
        if (!reports.isEmpty()) {
            throw new UnusedSetupError(reports);
        }
    }

    static boolean isFactory(ExtensionContext test) {
        return AnnotationSupport.isAnnotated(test.getTestMethod(), TestFactory.class);
    }

    /** Prints the requests to the fakes of a failed test; those to the fakes of its container if the test had none. */
    void testFailed(ExtensionContext test, List<Fakes> fakes) {
        RunningNodes.reported(test);
        FailureText.print(
                Printout.name(test),
                Optional.ofNullable(untilResult.remove(test.getUniqueId()))
                        .map(reports -> reports.values().stream().map(Reports::parts))
                        .orElseGet(() -> fakes.stream()
                                .flatMap(each -> each.openedScope().stream())
                                .map(FakeScope::reportOfTestWithoutFake))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Prints the unused set-up of a test that passed. */
    void testPassed(ExtensionContext test) {
        List<String> unused = Optional.ofNullable(untilResult.remove(test.getUniqueId())).stream()
                .flatMap(reports -> reports.values().stream())
                .flatMap(report -> report.passed().stream())
                .toList();
        if (!unused.isEmpty()) {
            InvocationReports.print(test, String.join(System.lineSeparator(), unused));
        }
    }

    /** Forgets a test that was aborted or is disabled. */
    void testDidNotRun(ExtensionContext test) {
        untilResult.remove(test.getUniqueId());
    }
}
