package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Carries out {@link ChimeMessagingFake}: what happens when, in the order in which it does. What is opened here is closed by
 * Jupiter's store: the fake of a test with the test, a container's with the container, and all of them with the class that
 * the annotation stands on.
 */
final class ChimeMessagingFakeExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                ParameterResolver,
                InvocationInterceptor,
                TestInstancePreDestroyCallback,
                TestWatcher {

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Fakes> fakes = Fakes.in(context);
        requireFakeForRules(context, fakes);
        fakes.ifPresent(Fakes::enterContainer);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        Fakes.inClassOf(context)
                .ifPresent(fakes -> Constructions.in(context).begin(fakes, factoryContext.getOuterInstance()));
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        Fakes.inClassOf(context).ifPresent(fakes -> Constructions.in(context).end(fakes, testInstance));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Optional<Fakes> fakes = Fakes.in(context);
        DeclaredRules rules = requireFakeForRules(context, fakes);
        fakes.map(there -> Constructions.in(context)
                        .claim(context.getRequiredTestInstances(), there)
                        .orElseGet(there.source()::lease))
                .map(lease -> new TestFake(context, lease))
                .ifPresent(fake -> {
                    Fakes.store(context).put(TestFake.class, fake);
                    fake.start(rules);
                });
    }

    private static DeclaredRules requireFakeForRules(ExtensionContext context, Optional<Fakes> fakes) {
        DeclaredRules rules = context.getElement().map(DeclaredRules::on).orElse(DeclaredRules.NONE);
        if (!rules.isEmpty() && fakes.isEmpty()) {
            throw new ExtensionConfigurationException("@Deny or @Fail stands on "
                    + context.getElement().orElseThrow()
                    + ", where there is no fake. Annotate it, or the class around it, with @ChimeMessagingFake");
        }
        return rules;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return ParameterClaims.in(context).claims(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injectable.of(parameter).orElseThrow().from(server(parameter, context));
    }

    private static ChimeMessagingServer server(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getDeclaringExecutable() instanceof Constructor<?> constructor) {
            Fakes fakes = Fakes.inClassOf(context)
                    .orElseThrow(() -> new ParameterResolutionException(constructor + " cannot be given a fake, because"
                            + " @ChimeMessagingFake stands on a method. Put it on the class, or take the fake in the"
                            + " test or in @BeforeEach"));
            return fakes.haveOneInstance()
                    ? fakes.openScope().server()
                    : Constructions.in(context).lease(fakes).server();
        }
        // A method that provides the arguments of a parameterized test has no test yet, so it adds to their baseline.
        return TestFake.of(context)
                .map(TestFake::server)
                .orElseGet(() -> Fakes.in(context).orElseThrow().openScope().server());
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        try {
            return invocation.proceed();
        } catch (Throwable problem) {
            Fakes.inClassOf(context)
                    .ifPresent(fakes -> Constructions.in(context).failed(fakes, problem));
            throw problem;
        }
    }

    @Override
    // Jupiter takes every kind of stream and collection of nodes, and reports null.
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> factory, ExtensionContext context)
            throws Throwable {
        DynamicContainers containers =
                new DynamicContainers(Printout.name(context), path -> reportDynamic(path, context));
        T nodes = invocation.proceed();
        return nodes == null ? nodes : (T) containers.watch(nodes);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable problem) {
            if (FailureReports.isFailure(problem)) {
                reportDynamic(Printout.name(context), context);
            }
            throw problem;
        }
    }

    /** The tests of one factory share its fake, so this is what all of them asked so far. */
    private static void reportDynamic(String name, ExtensionContext context) {
        TestFake.of(context)
                .ifPresent(fake ->
                        Printout.print(Printout.failure(name, fake.server()).get()));
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        Constructions.in(context).discard(context);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        Constructions.in(context).abandon(context);
        FailureReports.in(context).testFailed(context);
        ParameterClaims.advise(context);
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        Constructions.in(context).abandon(context);
        FailureReports.in(context).testDidNotFail(context);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        FailureReports.in(context).testDidNotFail(context);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        FailureReports.in(context).testDidNotFail(context);
    }
}
