package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.spring.boot.UnusedSetupTreatment;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/** Tells the fake of a context where tests begin and end. Spring calls it in all test frameworks that it supports. */
public final class FakeTestExecutionListener extends AbstractTestExecutionListener {
    /** After the listener that closes contexts, so that the end of a test is noticed before that. */
    private static final int ORDER = 3_500;

    /** Creates the listener. Called by Spring. */
    public FakeTestExecutionListener() {}

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        ifLoaded(test, fake -> fake.beforeClass(test.getTestClass()));
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (FakeDeclaration.of(test.getTestClass()).isPresent()) {
            ContextFake.in(test.getApplicationContext())
                    .ifPresent(fake -> fake.beforeTest(
                            test.getTestClass(), Printout.name(test.getTestClass(), test.getTestMethod())));
        }
    }

    @Override
    public void beforeTestExecution(TestContext test) {
        ifLoaded(test, fake -> {
            Class<?> testClass = test.getTestClass();
            fake.methodBegins(treatment(test, fake, testClass), treatment(test, fake, TestMethods.home(testClass)));
        });
    }

    private static UnusedSetupTreatment treatment(TestContext test, ContextFake fake, Class<?> testClass) {
        return UnusedSetupTreatments.of(
                testClass, fake.unusedSetup(), test.getApplicationContext().getEnvironment());
    }

    @Override
    public void afterTestMethod(TestContext test) {
        ifLoaded(test, fake -> {
            Optional<AssertionError> unused =
                    fake.afterTest(test.getTestClass(), test.getTestMethod(), TestOutcome.of(test.getTestException()));
            if (!fake.server().isRunning()) {
                test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
                test.setAttribute(DependencyInjectionTestExecutionListener.REINJECT_DEPENDENCIES_ATTRIBUTE, true);
            }
            fail(unused);
        });
    }

    @Override
    public void afterTestClass(TestContext test) {
        ifLoaded(test, fake -> fail(fake.afterClass(test.getTestClass())));
    }

    private static void fail(Optional<AssertionError> failure) {
        failure.ifPresent(error -> {
            throw error;
        });
    }

    private static void ifLoaded(TestContext test, Consumer<ContextFake> action) {
        Optional.of(test)
                .filter(given -> FakeDeclaration.of(given.getTestClass()).isPresent())
                .filter(TestContext::hasApplicationContext)
                .flatMap(given -> ContextFake.in(given.getApplicationContext()))
                .ifPresent(action);
    }
}
