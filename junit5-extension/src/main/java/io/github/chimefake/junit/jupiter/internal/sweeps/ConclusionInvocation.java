package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.junit.jupiter.internal.fakes.FakesOfTest;
import io.github.chimefake.sweep.Sweep;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The last invocation of a sweep. It does not run the test method, but fails if the verdicts are not the approved ones. */
final class ConclusionInvocation
        implements TestTemplateInvocationContext,
                ParameterResolver,
                InvocationInterceptor,
                LifecycleMethodExecutionExceptionHandler {
    private final SweepOfMethod sweep;

    ConclusionInvocation(SweepOfMethod sweep) {
        this.sweep = sweep;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return "comparison with the approved verdicts";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SweepInvocation.isSweep(parameter, context);
    }

    /** Jupiter wants a value for the method, which does not run. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FakesOfTest.mayLeaveSetupUnused(context);
        return Proxy.newProxyInstance(
                Sweep.class.getClassLoader(), new Class<?>[] {Sweep.class}, (proxy, method, args) -> {
                    throw new IllegalStateException("The test method does not run in this invocation");
                });
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
        sweep.conclude();
    }

    /** No test runs, so this judges none. */
    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) {}

    /** It may need what the test would have left. */
    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) {}
}
