package io.github.chimefake.junit.jupiter.internal.suite;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** The test of the sweep's own. */
final class StrictTest {
    /** The launcher creates the engine and the listener, and gives neither the other one. It notifies the listener on this thread. */
    private static final ThreadLocal<StrictTest> OFFERED = new ThreadLocal<>();

    private final TestDescriptor root;
    private final EngineExecutionListener listener;

    StrictTest(TestDescriptor root, EngineExecutionListener listener) {
        this.root = root;
        this.listener = listener;
    }

    /** Build tools count the tests of classes, so the test is in one. */
    private static final class Descriptor extends AbstractTestDescriptor {
        private final Type type;

        private Descriptor(TestDescriptor parent, Type type, String name, TestSource source) {
            super(parent.getUniqueId().append(type == Type.TEST ? "test" : "class", name), name, source);
            this.type = type;
            parent.addChild(this);
        }

        @Override
        public Type getType() {
            return type;
        }
    }

    /** Offers the test to the listener that is notified by an action. */
    static void offer(StrictTest test, Runnable notification) {
        OFFERED.set(test);
        try {
            notification.run();
        } finally {
            OFFERED.remove();
        }
    }

    /** Takes the test that is offered on this thread. */
    static Optional<StrictTest> takeOffered() {
        Optional<StrictTest> offered = Optional.ofNullable(OFFERED.get());
        OFFERED.remove();
        return offered;
    }

    /** Runs the test, which fails with what the action returns. */
    void run(Supplier<Optional<AssertionError>> action) {
        TestDescriptor type =
                new Descriptor(root, TestDescriptor.Type.CONTAINER, "suite", ClassSource.from(SuiteSweep.class));
        TestDescriptor test = new Descriptor(
                type, TestDescriptor.Type.TEST, "sweep", MethodSource.from(SuiteSweep.class.getName(), "sweep"));
        listener.dynamicTestRegistered(type);
        listener.executionStarted(type);
        listener.dynamicTestRegistered(test);
        listener.executionStarted(test);
        TestExecutionResult result;
        try {
            result = action.get().map(TestExecutionResult::failed).orElseGet(TestExecutionResult::successful);
        } catch (RuntimeException | Error failure) {
            result = TestExecutionResult.failed(failure);
        }
        listener.executionFinished(test, result);
        listener.executionFinished(type, TestExecutionResult.successful());
    }
}
