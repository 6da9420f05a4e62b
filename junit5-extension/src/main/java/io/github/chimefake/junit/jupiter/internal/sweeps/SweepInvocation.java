package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.fakes.FakesOfTest;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepVerdict;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run as an invocation of the test method. */
final class SweepInvocation implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    private static final String LINE = System.lineSeparator();

    private final SweepOfMethod sweep;
    private final SweepEngine.Run run;

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
        Optional<Throwable> thrown = Optional.empty();
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            thrown = Optional.of(failure);
        }
        Optional<Throwable> failure = run.end(thrown);
        if (failure.isPresent()) {
            throw failed(failure.get());
        }
        requireApproved();
    }

    private Throwable failed(Throwable failure) {
        if (run.injected().isEmpty()) {
            sweep.cleanRunFailed();
            return failure;
        }
        return new AssertionError(run.name() + LINE + failure.getMessage(), failure);
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
                    .append("Mend the code; or declare @BestEffort(")
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
