package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.parameters.AdvisingExtension;
import io.github.chimefake.junit.jupiter.internal.parameters.Injectable;
import io.github.chimefake.junit.jupiter.internal.parameters.ParameterClaims;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
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
 * Runs tests against the fakes that are declared for them. The callbacks are in the order in which Jupiter calls them. The store of
 * Jupiter closes what they open: the fake of a test with the test, that of a container with the container, and all of them with the
 * owner of the declaration.
 *
 * <p>Jupiter may call several of these for one context, for example that of an outer class and that of a nested one. Only the one
 * that {@linkplain #carriesOut carries out} the nearest declaration acts.
 */
abstract class FakeExtension extends AdvisingExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                ParameterResolver,
                InvocationInterceptor,
                AfterEachCallback,
                TestInstancePreDestroyCallback,
                TestWatcher {

    /** Returns whether this extension carries out the declaration. */
    abstract boolean carriesOut(FakeDeclaration declaration);

    /** Returns whether this extension reports a constructor or a method that takes a fake where no fake is declared. */
    abstract boolean explainsMissingFakeTo(Executable executable);

    private Optional<Fakes> fakesIn(ExtensionContext context) {
        return Fakes.in(context).filter(fakes -> carriesOut(fakes.declaration()));
    }

    private Optional<Fakes> fakesInClassOf(ExtensionContext context) {
        return Fakes.inClassOf(context).filter(fakes -> carriesOut(fakes.declaration()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fakesIn(context).ifPresent(Fakes::enterContainer);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        fakesInClassOf(context)
                .ifPresent(fakes -> Constructions.in(context).begin(fakes, factoryContext.getOuterInstance()));
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        fakesInClassOf(context).ifPresent(fakes -> Constructions.in(context).end(fakes, testInstance));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fakesIn(context).ifPresent(fakes -> {
            DeclaredRules rules = context.getElement().map(DeclaredRules::on).orElse(DeclaredRules.NONE);
            FakeLease lease = Constructions.in(context)
                    .claim(context.getRequiredTestInstances(), fakes)
                    .orElseGet(fakes.source()::lease);
            ClassSetup.of(fakes.declaration()).runs(context);
            TestFake fake = new TestFake(context, lease, TestSetup.of(fakes.declaration(), lease.server()));
            ContextStore.in(context).put(TestFake.class, fake);
            fake.start(rules);
        });
    }

    /** Before this, {@code @BeforeEach} methods and other extensions may create what the rules name. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        fakesIn(context)
                .map(Fakes::declaration)
                .ifPresent(declaration -> TestFake.of(context).ifPresent(fake -> {
                    declaration.rulesIn(context).requireNamed(fake.server());
                    fake.setup().methodBegins();
                }));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return fakesFor(parameter, context)
                        .map(fakes -> carriesOut(fakes.declaration()))
                        .orElseGet(() -> explainsMissingFakeTo(parameter.getDeclaringExecutable()))
                && ParameterClaims.in(context).claims(parameter, context);
    }

    private static Optional<Fakes> fakesFor(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Constructor ? Fakes.inClassOf(context) : Fakes.in(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injectable.of(parameter).orElseThrow().value(server(parameter, context));
    }

    private static ChimeMessagingServer server(ParameterContext parameter, ExtensionContext context) {
        Executable executable = parameter.getDeclaringExecutable();
        Fakes fakes = fakesFor(parameter, context)
                .orElseThrow(() -> new ParameterResolutionException(executable + " cannot be given a fake: it runs"
                        + " outside of a test, but the fake of a method with @ChimeMessagingFake, or of an instance"
                        + " field ChimeMessagingFakeExtension, exists only during a test. Annotate the class, or make"
                        + " the field static; or take the parameter in the test or in @BeforeEach"));
        if (executable instanceof Constructor) {
            return fakes.haveOneInstance()
                    ? fakes.openScope().server()
                    : Constructions.in(context).lease(fakes).server();
        }
        // A method that provides the arguments of a parameterized test has no test yet, so it adds to their baseline.
        return TestFake.of(context)
                .map(TestFake::server)
                .orElseGet(() -> fakes.openScope().server());
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        Optional<Fakes> fakes = fakesInClassOf(context);
        fakes.ifPresent(those -> Constructions.in(context).running(those, true));
        try {
            return invocation.proceed();
        } catch (Throwable problem) {
            fakes.ifPresent(those -> Constructions.in(context).failed(those, problem));
            throw problem;
        } finally {
            fakes.ifPresent(those -> Constructions.in(context).running(those, false));
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Jupiter takes every kind of stream of nodes, and reports null.
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> factory, ExtensionContext context)
            throws Throwable {
        T nodes = invocation.proceed();
        return fakesIn(context).isPresent() ? (T) FailuresWithoutListener.watchContainers(nodes, context) : nodes;
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable problem) {
            fakesIn(context).ifPresent(fakes -> {
                TestFake.of(context).map(TestFake::setup).ifPresent(setup -> {
                    if (FailuresWithoutListener.isFailure(problem)) {
                        setup.dynamicTestFailed();
                    } else {
                        setup.didNotPass();
                    }
                });
                FailuresWithoutListener.dynamicTestFailed(context, problem);
            });
            throw problem;
        }
    }

    /**
     * Judges the set-up of the test after all methods that may use it. No test watcher is informed of a factory that failed before it was
     * given a fake.
     */
    @Override
    public void afterEach(ExtensionContext context) {
        fakesIn(context)
                .flatMap(fakes -> TestFake.of(context))
                .ifPresent(fake -> FailureReports.requireUsed(context, fake.setup()));
        if (FailureReports.isFactory(context)
                && TestFake.of(context).isEmpty()
                && !Constructions.in(context).gaveFakeTo(context.getRequiredTestInstances())) {
            fakesOfFailed(context)
                    .flatMap(Fakes::openedScope)
                    .ifPresent(scope -> FailuresWithoutListener.ends(context, scope::reportTestWithoutFake));
        }
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        Constructions.in(context).discard(context);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        Constructions.in(context).abandon(context);
        didNotPass(context);
        FailureReports.in(context).testFailed(context, fakesOfFailed(context));
        ParameterClaims.advise(context);
    }

    private Optional<Fakes> fakesOfFailed(ExtensionContext test) {
        try {
            return fakesIn(test);
        } catch (ExtensionConfigurationException reported) { // The test failed with it.
            return Optional.empty();
        }
    }

    /** Tells the class, unless the test has its own fake: its store is closed before test watchers are informed. */
    private void didNotPass(ExtensionContext test) {
        fakesOfFailed(test)
                .map(Fakes::declaration)
                .filter(declaration -> !declaration.home().getUniqueId().equals(test.getUniqueId()))
                .ifPresent(declaration -> ClassSetup.of(declaration).didNotPass(test));
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        didNotPass(context);
        FailureReports.in(context).testDidNotRun(context);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        FailureReports.in(context).testPassed(context);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        didNotPass(context);
        FailureReports.in(context).testDidNotRun(context);
    }
}
