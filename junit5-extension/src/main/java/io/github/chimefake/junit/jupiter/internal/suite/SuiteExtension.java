package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Sweeps tests with a fake that no extension of this artifact gave them: that of a Spring context, or one that they start. Jupiter
 * detects it in the runs of a sweep, which asks for that; in other runs it does nothing.
 */
public final class SuiteExtension
        implements TestInstancePreConstructCallback, BeforeEachCallback, InvocationInterceptor {
    /** Created by Jupiter. */
    public SuiteExtension() {}

    /** What {@code @BeforeAll} has started is not fresh, even for the first test of its class. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        TestInSuite.instanceBeginsHere();
    }

    /** The method may run on another thread, for example because of {@code @Timeout}. */
    @Override
    public void beforeEach(ExtensionContext context) {
        TestInSuite.of(context)
                .filter(test -> test.run().isPresent())
                .ifPresent(test -> ContextStore.in(context).put(SuiteExtension.class, test));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, method, context);
    }

    private static void run(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Optional<TestInSuite> test = Optional.ofNullable(
                        ContextStore.in(context).get(SuiteExtension.class, TestInSuite.class))
                .filter(here -> !here.usesFake());
        if (test.isEmpty()) {
            invocation.proceed();
            return;
        }
        Optional<String> declared = Exclusions.in(context);
        List<ChimeMessagingServer> fresh = test.get().fakes().startedOrReset();
        if (declared.isPresent()) {
            test.get().exclude(declared.get());
            invocation.skip();
        } else if (fresh.size() == 1) {
            test.get().sweep(fresh.get(0), invocation, method);
        } else {
            test.get().exclude(fresh.isEmpty() ? Exclusions.WITHOUT_FRESH_FAKE : Exclusions.severalFakes(fresh.size()));
            invocation.proceed(); // It may call no fake at all, if others did at the same time.
        }
    }
}
