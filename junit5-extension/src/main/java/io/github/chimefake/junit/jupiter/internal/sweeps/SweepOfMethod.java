package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.BestEffort;
import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepSettings;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The sweep of one test method. */
final class SweepOfMethod {
    private final SweepEngine engine;
    private final FaultSweep declared;
    private final ApprovedVerdicts approved;
    private final SweepFiles files;
    private final boolean complete;
    private boolean cleanRunFailed;
    private boolean concluded;

    private SweepOfMethod(
            SweepEngine engine, FaultSweep declared, ApprovedVerdicts approved, SweepFiles files, boolean complete) {
        this.engine = engine;
        this.declared = declared;
        this.approved = approved;
        this.files = files;
        this.complete = complete;
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
                onlyRun.isEmpty());
    }

    private static boolean isApproving(ExtensionContext context) {
        return RunParameter.SWEEP_APPROVE
                .in(context)
                .filter(value -> !value.strip().equalsIgnoreCase("false"))
                .isPresent();
    }

    private static SweepSettings settings(FaultSweep declared, Optional<String> onlyRun, ExtensionContext context) {
        try {
            SweepSettings settings = SweepSettings.defaults()
                    .bestEffort(bestEffort(declared, context))
                    .depth(declared.depth())
                    .limit(declared.limit())
                    .timeLimit(Duration.ofMillis(declared.timeLimitMillis()));
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
            throw new ExtensionConfigurationException(
                    "@FaultSweep on " + context.getRequiredTestMethod() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Set<Operation> bestEffort(FaultSweep declared, ExtensionContext context) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        operations.addAll(List.of(declared.bestEffort()));
        elements(context)
                .flatMap(element -> AnnotationSupport.findAnnotation(element, BestEffort.class).stream())
                .forEach(annotation -> operations.addAll(List.of(annotation.value())));
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
        Optional<SweepEngine.Run> run = engine.next();
        concluded = run.isEmpty();
        return Optional.of(run.<TestTemplateInvocationContext>map(each -> new SweepInvocation(this, each))
                .orElseGet(() -> new ConclusionInvocation(this)));
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

    /** Writes the reports, and compares the verdicts with the approved ones. */
    void conclude() {
        files.write(engine.report());
        System.out.println(engine.report());
        if (complete) {
            approved.compare(engine.report());
        }
    }
}
