package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.fakes.FakesOfTest;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepVerdict;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One run as an invocation of the test method. */
final class SweepInvocation
        implements TestTemplateInvocationContext,
                ParameterResolver,
                InvocationInterceptor,
                TestExecutionExceptionHandler,
                AfterTestExecutionCallback,
                LifecycleMethodExecutionExceptionHandler {
    private static final String LINE = System.lineSeparator();

    private final SweepOfMethod sweep;
    private final SweepEngine.Run run;
    private volatile boolean methodEnded;
    private volatile Optional<Throwable> thrown = Optional.empty();

    SweepInvocation(SweepOfMethod sweep, SweepEngine.Run run) {
        this.sweep = sweep;
        this.run = run;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return run.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isSweep(parameter, context);
    }

    /** Only the test method is swept, and not its lifecycle methods. */
    static boolean isSweep(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sweep.class
                && context.getTestMethod().equals(Optional.of(parameter.getDeclaringExecutable()));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ChimeMessagingServer chime = FakesOfTest.server(context, sweep.fake())
                .orElseThrow(() -> new ExtensionConfigurationException("@FaultSweep on "
                        + context.getRequiredTestMethod()
                        + " has no fake to sweep. Annotate the class or the method with @ChimeMessagingFake, or register"
                        + " a ChimeMessagingFakeExtension; of several fakes, name one with @FaultSweep(fake = …)"));
        if (run.injected().isPresent()) {
            FakesOfTest.mayLeaveSetupUnused(context);
        }
        return run.start(chime);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            thrown = Optional.of(failure);
        }
        methodEnded = true;
    }

    /** What an extension throws around the method fails the run, for example that its time is over. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (run.injected().isEmpty()) {
            sweep.cleanRunFailed();
        }
        throw named(failure);
    }

    /** The second try of the code does not count for the time limit of the method. */
    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        if (!methodEnded) {
            return;
        }
        sweep.ended(run);
        Optional<Throwable> failure = run.end(thrown);
        if (failure.isPresent()) {
            if (run.injected().isEmpty()) {
                sweep.cleanRunFailed();
            }
            throwIt(named(failure.get()));
        }
        requireApproved();
    }

    private static void throwIt(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    /** In a run with a failure, the test is not judged if it does not come to its method. */
    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (run.injected().isEmpty()) {
            throw failure;
        }
        throw new TestAbortedException(
                run.name() + LINE + "not judged, because @BeforeEach failed: " + failure, failure);
    }

    /** In a run with a failure, what is missing afterwards says nothing about the code. */
    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (run.injected().isEmpty()) {
            sweep.cleanRunFailed();
            throw failure;
        }
    }

    /** Returns a failure whose message begins with the name of the run. Others than assertions say their class there. */
    private Throwable named(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        if (failure instanceof TestAbortedException
                || failure instanceof ParameterResolutionException
                || text.startsWith(run.name() + LINE)) {
            return failure;
        }
        String message = run.name() + LINE + (failure instanceof AssertionError ? text : failure.toString());
        // With both values, an IDE shows how they differ.
        return failure instanceof AssertionFailedError compared
                        && compared.isExpectedDefined()
                        && compared.isActualDefined()
                ? new AssertionFailedError(message, compared.getExpected(), compared.getActual(), failure)
                : new AssertionError(message, failure);
    }

    private void requireApproved() {
        Optional<SweepVerdict> verdict =
                run.verdict().filter(judged -> !sweep.approved().includes(judged));
        if (verdict.isPresent()) {
            StringBuilder message = new StringBuilder(run.name());
            verdict.get()
                    .alarms()
                    .forEach((oracle, reason) -> message.append(LINE)
                            .append(oracle)
                            .append(": ")
                            .append(reason)
                            .append(", at ")
                            .append(lines(verdict.get())));
            message.append(LINE)
                    .append("Fix the code; or declare @BestEffort(")
                    .append(verdict.get().injected().site().operation().name())
                    .append(") if it may fail; or ")
                    .append(sweep.approved().howToApprove());
            throw new AssertionError(message.toString());
        }
    }

    private static String lines(SweepVerdict verdict) {
        List<String> lines = verdict.injected().site().lines();
        return lines.isEmpty() ? "an unknown line" : String.join(" < ", lines);
    }
}
