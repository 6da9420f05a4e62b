package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.FailureText;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Reports failures outside of tests if the launcher did not load the listener of {@link RunningNodes}, which reports them otherwise.
 * It reports those that an extension can observe: of classes, test factories, dynamic tests and dynamic containers.
 */
final class FailuresWithoutListener {
    private static final String JUNIT4_ASSUMPTION = "org.junit.internal.AssumptionViolatedException";

    private FailuresWithoutListener() {}

    /** A container without its own scope, until it ends. */
    private record Watch(ExtensionContext container, FakeScope around) implements ContextStore.Closeable {
        @Override
        public void close() {
            ends(container, around::reportOfContainer);
        }
    }

    /** Reports a container without its own scope by the scope around it, if the container fails. */
    static void watch(ExtensionContext container, FakeScope around) {
        ContextStore.in(container).put("watch of " + around.pool().fakeName(), new Watch(container, around));
    }

    /** Reports a container or a factory that ends, if it failed. */
    static void ends(ExtensionContext context, Supplier<List<String>> parts) {
        context.getExecutionException()
                .filter(problem -> reports(context, problem))
                .ifPresent(problem -> FailureText.print(Printout.name(context), parts.get()));
    }

    /** Reports a dynamic test that failed. The tests of one factory share its fake. */
    static void dynamicTestFailed(ExtensionContext test, Throwable problem, List<TestFake> fakes) {
        if (reports(test, problem)) {
            reportDynamic(Printout.name(test), fakes);
        }
    }

    /** Returns the nodes that a factory returned, with a report of each container among them that fails. */
    static @Nullable Object watchContainers(@Nullable Object nodes, ExtensionContext factory, List<TestFake> fakes) {
        return RunningNodes.in(factory).isPresent()
                ? nodes
                : new DynamicContainers(Printout.name(factory), path -> reportDynamic(path, fakes)).watch(nodes);
    }

    private static void reportDynamic(String name, List<TestFake> fakes) {
        FailureText.print(
                name, fakes.stream().flatMap(fake -> fake.report().stream()).toList());
    }

    /**
     * Returns the report of a constructor that failed, to be run unless a test fails with it. Jupiter does not tell which factory it
     * was called for.
     */
    static Runnable ofConstructor(Fakes fakes, Optional<FakeLease> given, Throwable problem) {
        if (!reports(fakes.context(), problem)) {
            return () -> {};
        }
        String name = Printout.name(fakes.context()) + " > constructor";
        return () -> FailureText.print(
                name,
                given.map(lease -> List.of(Printout.asked(lease.fakeName(), lease.server(), "")
                                .get()))
                        .or(() -> fakes.openedScope().map(FakeScope::reportOfTestWithoutFake))
                        .orElse(List.of()));
    }

    private static boolean reports(ExtensionContext context, Throwable problem) {
        return isFailure(problem) && RunningNodes.in(context).isEmpty();
    }

    /** Returns whether JUnit reports this as a failure; a failed assumption aborts. */
    static boolean isFailure(Throwable problem) {
        return !(problem instanceof TestAbortedException) && !isJUnit4Assumption(problem.getClass());
    }

    private static boolean isJUnit4Assumption(Class<?> type) {
        return type.getName().equals(JUNIT4_ASSUMPTION)
                || Optional.ofNullable(type.getSuperclass())
                        .filter(FailuresWithoutListener::isJUnit4Assumption)
                        .isPresent();
    }
}
