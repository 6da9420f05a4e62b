package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.junit.jupiter.internal.fakes.FakesOfTest;
import io.github.chimefake.sweep.Sweep;
import java.lang.reflect.Method;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Provides the runs of a sweep, one after the other. */
public final class FaultSweepExtension implements TestTemplateInvocationContextProvider, ParameterResolver {
    /** Created by Jupiter. */
    public FaultSweepExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), FaultSweep.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        requireUsable(context);
        SweepOfMethod sweep = SweepOfMethod.in(context);
        return StreamSupport.stream(
                new AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    /** Called when the invocation before has ended, because the verdicts so far decide which is the next. */
                    @Override
                    public boolean tryAdvance(Consumer<? super TestTemplateInvocationContext> action) {
                        return sweep.next()
                                .map(invocation -> {
                                    action.accept(invocation);
                                    return true;
                                })
                                .orElse(false);
                    }
                },
                false);
    }

    /** Only an invocation of another annotation's comes here without a sweep, and may do so first. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SweepInvocation.isSweep(parameter, context) && hasOtherAnnotation(context.getRequiredTestMethod());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        throw besideOtherAnnotation(context.getRequiredTestMethod());
    }

    /** Composed annotations are of a test, too, and those of other libraries are known by this. */
    private static boolean hasOtherAnnotation(Method method) {
        return Stream.of(method.getAnnotations())
                        .filter(annotation ->
                                AnnotationSupport.isAnnotated(annotation.annotationType(), Testable.class))
                        .count()
                > 1;
    }

    private static ExtensionConfigurationException besideOtherAnnotation(Method method) {
        return new ExtensionConfigurationException(place(method)
                + " stands beside another annotation of a test. It stands instead of it: leave out the other one");
    }

    private static String place(Method method) {
        return "@FaultSweep on " + method.getDeclaringClass().getName() + "." + method.getName();
    }

    private static void requireUsable(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        String place = place(method);
        if (hasOtherAnnotation(method)) {
            throw besideOtherAnnotation(method);
        }
        if (Stream.of(method.getParameterTypes()).noneMatch(type -> type == Sweep.class)) {
            throw new ExtensionConfigurationException(place
                    + " has no parameter of type Sweep. Take one, and call sweep.run(…) with the code under test");
        }
        if (context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent()) {
            throw new ExtensionConfigurationException(place
                    + " is in a class with one instance for all tests, whose fields would keep what an earlier run has left."
                    + " Use @TestInstance(PER_METHOD)");
        }
        if (FakesOfTest.keepState(context)) {
            throw new ExtensionConfigurationException(place
                    + " has a fake with reset = EACH_CLASS, so each run would start with what earlier runs have left. Use reset ="
                    + " EACH_TEST");
        }
    }
}
