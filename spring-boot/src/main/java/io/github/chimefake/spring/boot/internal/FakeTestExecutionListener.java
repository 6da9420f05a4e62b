package io.github.chimefake.spring.boot.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/** Tells the fake of a context where tests begin and end. Spring calls it in all test frameworks that it supports. */
public final class FakeTestExecutionListener extends AbstractTestExecutionListener {
    /** Exceptions by which tests say that they cannot be run here. */
    private static final Set<String> ABORTED = Set.of(
            "org.opentest4j.TestAbortedException",
            "org.junit.internal.AssumptionViolatedException",
            "org.testng.SkipException");
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
        ifLoaded(test, fake -> fake.enter(test.getTestClass()));
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
    public void afterTestMethod(TestContext test) {
        ifLoaded(test, fake -> {
            String name = Printout.name(test.getTestClass(), test.getTestMethod());
            if (!fake.afterTest(name, isFailure(test.getTestException()))) {
                test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
                test.setAttribute(DependencyInjectionTestExecutionListener.REINJECT_DEPENDENCIES_ATTRIBUTE, true);
            }
        });
    }

    @Override
    public void afterTestClass(TestContext test) {
        ifLoaded(test, fake -> fake.afterClass(test.getTestClass()));
    }

    private static void ifLoaded(TestContext test, Consumer<ContextFake> action) {
        Optional.of(test)
                .filter(given -> FakeDeclaration.of(given.getTestClass()).isPresent())
                .filter(TestContext::hasApplicationContext)
                .flatMap(given -> ContextFake.in(given.getApplicationContext()))
                .ifPresent(action);
    }

    private static boolean isFailure(@Nullable Throwable problem) {
        return problem != null
                && Stream.<Class<?>>iterate(problem.getClass(), type -> type != null, Class::getSuperclass)
                        .noneMatch(type -> ABORTED.contains(type.getName()));
    }
}
