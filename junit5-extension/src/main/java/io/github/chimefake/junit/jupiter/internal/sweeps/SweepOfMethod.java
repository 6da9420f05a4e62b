package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredBestEffort;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredOracles;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredSettings;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The sweep of one test method. */
final class SweepOfMethod {
    private static final String LINE = System.lineSeparator();
    private static final int LINES_OF_SUMMARY = 8;

    private final SweepEngine engine;
    private final FaultSweep declared;
    private final ApprovedVerdicts approved;
    private final SweepFiles files;
    private final Class<?> testClass;
    private final Optional<String> onlyRun;
    private final Set<String> ended = new HashSet<>();
    private Optional<SweepEngine.Run> last = Optional.empty();
    private boolean cleanRunFailed;
    private boolean concluded;

    private SweepOfMethod(
            SweepEngine engine,
            FaultSweep declared,
            ApprovedVerdicts approved,
            SweepFiles files,
            Class<?> testClass,
            Optional<String> onlyRun) {
        this.engine = engine;
        this.declared = declared;
        this.approved = approved;
        this.files = files;
        this.testClass = testClass;
        this.onlyRun = onlyRun;
    }

    /**
     * Returns the sweep of a method.
     *
     * @throws ExtensionConfigurationException if its annotations have wrong values
     */
    static SweepOfMethod in(ExtensionContext context) {
        FaultSweep declared = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), FaultSweep.class)
                .orElseThrow();
        Optional<String> onlyRun = RunParameter.SWEEP_RUN.in(context).filter(name -> !name.isBlank());
        SweepFiles files = SweepFiles.of(
                context.getRequiredTestMethod(),
                context.getRequiredTestClass(),
                RunParameter.SWEEP_PROJECT.in(context).map(Path::of));
        return new SweepOfMethod(
                SweepEngine.of(files.testName(), settings(declared, onlyRun, context)),
                declared,
                ApprovedVerdicts.of(files, isApproving(context), System.getenv().containsKey("CI")),
                files,
                context.getRequiredTestClass(),
                onlyRun);
    }

    private static boolean isApproving(ExtensionContext context) {
        return RunParameter.SWEEP_APPROVE
                .in(context)
                .filter(value -> !value.strip().equalsIgnoreCase("false"))
                .isPresent();
    }

    private static SweepSettings settings(FaultSweep declared, Optional<String> onlyRun, ExtensionContext context) {
        try {
            SweepSettings settings = ofTeam(declared, context).bestEffort(bestEffort(declared, context));
            if (isChanged("depth", declared.depth())) {
                settings = settings.depth(declared.depth());
            }
            if (isChanged("limit", declared.limit())) {
                settings = settings.limit(declared.limit());
            }
            if (isChanged("timeLimitMillis", declared.timeLimitMillis())) {
                settings = settings.timeLimit(Duration.ofMillis(declared.timeLimitMillis()));
            }
            if (declared.pairs()) {
                settings = settings.pairs(true);
            }
            if (declared.onTestThread()) {
                settings = settings.onTestThread(true);
            }
            if (declared.withoutOracles().length > 0) {
                settings = settings.withoutOracles(declared.withoutOracles()[0], declared.withoutOracles());
            }
            if (declared.furtherErrors().length > 0) {
                settings = settings.furtherErrors(declared.furtherErrors()[0], declared.furtherErrors());
            }
            if (declared.seed() != 0) {
                settings = settings.seed(declared.seed());
            }
            return onlyRun.map(settings::onlyRun).orElse(settings);
        } catch (IllegalArgumentException wrong) {
            throw new ExtensionConfigurationException(place(context) + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Returns the settings that classes of the team make. */
    private static SweepSettings ofTeam(FaultSweep declared, ExtensionContext context) {
        SweepSettings settings = DeclaredSettings.of(
                RunParameter.SWEEP_SETTINGS.in(context).map(String::strip).filter(name -> !name.isEmpty()),
                SweepSettings.defaults());
        settings = DeclaredOracles.without(RunParameter.SWEEP_WITHOUT_ORACLES.in(context), settings);
        for (Class<?> type : declared.settings()) {
            settings = DeclaredSettings.apply(type, settings, place(context));
        }
        return settings;
    }

    private static String place(ExtensionContext context) {
        return "@FaultSweep on " + context.getRequiredTestMethod();
    }

    /** What an annotation leaves as it is must not replace what the team has set. */
    private static boolean isChanged(String attribute, Object value) {
        return !ReflectionSupport.findMethod(FaultSweep.class, attribute)
                .map(Method::getDefaultValue)
                .equals(Optional.of(value));
    }

    private static Set<Operation> bestEffort(FaultSweep declared, ExtensionContext context) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        operations.addAll(List.of(declared.bestEffort()));
        operations.addAll(DeclaredBestEffort.on(elements(context)));
        operations.addAll(DeclaredBestEffort.of(RunParameter.SWEEP_BEST_EFFORT.in(context)));
        return operations;
    }

    private static Stream<AnnotatedElement> elements(ExtensionContext context) {
        return Stream.concat(
                context.getElement().stream(), context.getParent().stream().flatMap(SweepOfMethod::elements));
    }

    /** Returns the next invocation of the method; empty if there are no more. */
    Optional<TestTemplateInvocationContext> next() {
        if (cleanRunFailed || concluded) {
            return Optional.empty();
        }
        Optional<SweepEngine.Run> lost = last.filter(run -> !ended.contains(run.name()));
        lost.ifPresent(run -> run.leaveOut("the test did not come to its method"));
        if (lost.filter(run -> run.injected().isEmpty()).isPresent()) { // It failed before its method.
            return Optional.empty();
        }
        Optional<SweepEngine.Run> run = engine.next();
        last = run;
        concluded = run.isEmpty();
        return Optional.of(run.<TestTemplateInvocationContext>map(each -> new SweepInvocation(this, each))
                .orElseGet(() -> new ConclusionInvocation(this)));
    }

    /** Notes that a run came to its end. */
    void ended(SweepEngine.Run run) {
        ended.add(run.name());
    }

    /** Notes that a run without a failure has failed, so that there is nothing to compare others with. */
    void cleanRunFailed() {
        cleanRunFailed = true;
    }

    String fake() {
        return declared.fake();
    }

    ApprovedVerdicts approved() {
        return approved;
    }

    /**
     * Writes the reports, and compares the verdicts with the approved ones.
     *
     * @throws AssertionError if they differ, or if nothing was swept
     */
    void conclude() {
        SweepReport report = engine.report();
        files.write(report);
        System.out.println(summary(report));
        engine.whyNothingWasSwept().ifPresent(reason -> {
            throw new AssertionError("@FaultSweep of " + files.testName()
                    + onlyRun.map(run -> ", with " + RunParameter.SWEEP_RUN.key() + "=" + run)
                            .orElse("")
                    + ": " + reason + notes(report, reason));
        });
        if (onlyRun.isEmpty()) {
            approved.compare(report);
        }
    }

    private static String notes(SweepReport report, String reason) {
        return report.notes().stream()
                .filter(note -> !note.equals(reason))
                .map(note -> LINE + "note: " + note)
                .collect(Collectors.joining());
    }

    private String summary(SweepReport report) {
        List<String> lines = report.toString().lines().toList();
        Stream<String> alarms = lines.stream().filter(line -> line.startsWith("ALARM "));
        return Stream.of(
                        lines.stream().limit(1),
                        alarms.limit(LINES_OF_SUMMARY),
                        files.withoutMethod(testClass).stream()
                                .map(file -> "note: no method with @FaultSweep has the approved verdicts in " + file
                                        + ". Rename the file, or delete it"),
                        Stream.of("The report is in " + files.report()))
                .flatMap(part -> part)
                .collect(Collectors.joining(LINE));
    }
}
