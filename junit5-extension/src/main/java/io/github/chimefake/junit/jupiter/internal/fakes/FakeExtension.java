package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.parameters.AdvisingExtension;
import io.github.chimefake.junit.jupiter.internal.parameters.Injectable;
import io.github.chimefake.junit.jupiter.internal.parameters.InjectionPoint;
import io.github.chimefake.junit.jupiter.internal.parameters.ParameterClaims;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.suite.TestInSuite;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    private List<Fakes> fakesIn(ExtensionContext context) {
        return carriedOut(VisibleFakes.in(context));
    }

    private List<Fakes> fakesInClassOf(ExtensionContext context) {
        return carriedOut(VisibleFakes.inClassOf(context));
    }

    private List<Fakes> carriedOut(VisibleFakes visible) {
        return visible.all().stream()
                .filter(fakes -> carriesOut(fakes.declaration()))
                .toList();
    }

    /** Returns all fakes of a context to one of the extensions that carry them out, and none to the others. */
    private List<Fakes> allFakesIn(ExtensionContext context) {
        List<Fakes> all = VisibleFakes.in(context).all();
        return all.stream().limit(1).anyMatch(fakes -> carriesOut(fakes.declaration())) ? all : List.of();
    }

    private static List<TestFake> ofTest(List<Fakes> fakes) {
        return fakes.stream().flatMap(each -> each.ofTest().stream()).toList();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fakesIn(context).forEach(Fakes::enterContainer);
        FieldInjection.beforeAll(context, this::carriesOut);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        fakesInClassOf(context).forEach(fakes -> fakes.constructions().begin(fakes, factoryContext.getOuterInstance()));
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        fakesInClassOf(context).forEach(fakes -> fakes.constructions().end(fakes, testInstance));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fakesIn(context).forEach(fakes -> {
            DeclaredRules rules = fakes.rulesOnMethod();
            FakeLease lease = fakes.constructions()
                    .claim(context.getRequiredTestInstances(), fakes)
                    .orElseGet(fakes.source()::lease);
            ClassSetup.of(fakes.declaration()).runs(context);
            new TestFake(context, lease, TestSetup.of(fakes.declaration(), lease.server())).start(rules);
            TestInSuite.usesFake(
                    context, lease.server(), fakes.name(), fakes.declaration().continues());
        });
        FieldInjection.beforeEach(context, this::carriesOut);
    }

    /** Before this, {@code @BeforeEach} methods and other extensions may create what the rules name. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        fakesIn(context)
                .forEach(fakes -> fakes.ofTest().ifPresent(fake -> {
                    fakes.declaration().rulesIn(context).requireNamed(fake.server());
                    fake.setup().methodBegins();
                }));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        VisibleFakes visible = fakesFor(parameter, context);
        if (visible.isEmpty()) {
            return explainsMissingFakeTo(parameter.getDeclaringExecutable())
                    && ParameterClaims.in(context).claims(parameter, context);
        }
        // If none is chosen, one of the extensions says so.
        Fakes provider = visible.find(new InjectionPoint.OfParameter(parameter).fake())
                .orElseGet(() -> visible.all().get(0));
        return carriesOut(provider.declaration()) && ParameterClaims.in(context).claims(parameter, context);
    }

    private static VisibleFakes fakesFor(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Constructor
                ? VisibleFakes.inClassOf(context)
                : VisibleFakes.in(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injectable.of(new InjectionPoint.OfParameter(parameter))
                .orElseThrow()
                .value(server(parameter, context));
    }

    private static ChimeMessagingServer server(ParameterContext parameter, ExtensionContext context) {
        Executable executable = parameter.getDeclaringExecutable();
        VisibleFakes visible = fakesFor(parameter, context);
        if (visible.isEmpty()) {
            throw new ParameterResolutionException(executable + " cannot be given a fake: it runs"
                    + " outside of a test, but the fake of a method with @ChimeMessagingFake, or of an instance"
                    + " field ChimeMessagingFakeExtension, exists only during a test. Annotate the class, or make"
                    + " the field static; or take the parameter in the test or in @BeforeEach");
        }
        Fakes fakes = visible.choose(new InjectionPoint.OfParameter(parameter));
        if (executable instanceof Constructor) {
            return fakes.haveOneInstance()
                    ? fakes.openScope().server()
                    : fakes.constructions().lease(fakes).server();
        }
        // A method that provides the arguments of a parameterized test has no test yet, so it adds to their baseline.
        return fakes.ofTest()
                .map(TestFake::server)
                .orElseGet(() -> fakes.openScope().server());
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        List<Fakes> fakes = fakesInClassOf(context);
        fakes.forEach(those -> those.constructions().running(those, true));
        try {
            return invocation.proceed();
        } catch (Throwable problem) {
            fakes.forEach(those -> those.constructions().failed(those, problem));
            throw problem;
        } finally {
            fakes.forEach(those -> those.constructions().running(those, false));
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Jupiter takes every kind of stream of nodes, and reports null.
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> factory, ExtensionContext context)
            throws Throwable {
        T nodes = invocation.proceed();
        List<TestFake> fakes = ofTest(allFakesIn(context));
        return fakes.isEmpty() ? nodes : (T) FailuresWithoutListener.watchContainers(nodes, context, fakes);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runTest(invocation, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runTest(invocation, method, context);
    }

    private void runTest(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Optional<TestInSuite> swept = TestInSuite.sweeping(context);
        if (swept.isEmpty() || ofTest(allFakesIn(context)).isEmpty()) {
            invocation.proceed();
        } else {
            FakesOfTest.mayLeaveSetupUnused(context);
            swept.get().sweep(invocation, method);
        }
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable problem) {
            List<TestFake> fakes = ofTest(allFakesIn(context));
            fakes.stream().map(TestFake::setup).forEach(setup -> {
                if (FailuresWithoutListener.isFailure(problem)) {
                    setup.dynamicTestFailed();
                } else {
                    setup.didNotPass();
                }
            });
            FailuresWithoutListener.dynamicTestFailed(context, problem, fakes);
            throw problem;
        }
    }

    /**
     * Judges the set-up of the test after all methods that may use it. No test watcher is informed of a factory that failed before it was
     * given a fake.
     */
    @Override
    public void afterEach(ExtensionContext context) {
        List<Fakes> carriedOut = carriedOutInFailed(context);
        FailureReports.requireUsed(context, ofTest(carriedOut));
        if (FailureReports.isFactory(context)) {
            carriedOut.stream()
                    .filter(fakes -> fakes.ofTest().isEmpty()
                            && !fakes.constructions().gaveFakeTo(context.getRequiredTestInstances()))
                    .flatMap(fakes -> fakes.openedScope().stream())
                    .forEach(scope -> FailuresWithoutListener.ends(context, scope::reportOfTestWithoutFake));
        }
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        Constructions.in(context).forEach(constructions -> constructions.discard(context));
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        Constructions.in(context).forEach(constructions -> constructions.abandon(context));
        didNotPass(context);
        if (reports(context)) {
            FailureReports.in(context).testFailed(context, unlessInvalid(() -> allFakesIn(context)));
        }
        ParameterClaims.advise(context);
    }

    /** Of several extensions of a test, one reports it, with the fakes of all. */
    private boolean reports(ExtensionContext test) {
        return unlessInvalid(() -> VisibleFakes.in(test).all()).isEmpty()
                || !unlessInvalid(() -> allFakesIn(test)).isEmpty();
    }

    private List<Fakes> carriedOutInFailed(ExtensionContext test) {
        return unlessInvalid(() -> fakesIn(test));
    }

    private static List<Fakes> unlessInvalid(Supplier<List<Fakes>> fakes) {
        try {
            return fakes.get();
        } catch (ExtensionConfigurationException reported) { // The test failed with it.
            return List.of();
        }
    }

    /** Tells the class, unless the test has its own fake: its store is closed before test watchers are informed. */
    private void didNotPass(ExtensionContext test) {
        carriedOutInFailed(test).stream()
                .map(Fakes::declaration)
                .filter(declaration -> !declaration.home().getUniqueId().equals(test.getUniqueId()))
                .forEach(declaration -> ClassSetup.of(declaration).didNotPass(test));
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
