package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.junit.jupiter.NotSwept;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test that runs while a suite is swept: in its ordinary run, or in one with a failure. */
public final class TestInSuite {
    /** The launcher creates the listener, and Jupiter the extension. A test is started on the thread that then calls the extensions for it. */
    private static final ThreadLocal<TestInSuite> HERE = new ThreadLocal<>();

    private final String id;
    private final Optional<SweepEngine.Run> run;
    private volatile boolean usesFake;
    private volatile boolean ended;
    private volatile Optional<String> exclusion = Optional.empty();

    TestInSuite(String id, Optional<SweepEngine.Run> run) {
        this.id = id;
        this.run = run;
    }

    /** Notes that the test starts on this thread. */
    void startsHere() {
        HERE.set(this);
    }

    /** Returns the test that ends on this thread. */
    static Optional<TestInSuite> endsHere() {
        Optional<TestInSuite> here = Optional.ofNullable(HERE.get());
        HERE.remove();
        return here;
    }

    String id() {
        return id;
    }

    boolean usesFake() {
        return usesFake;
    }

    /** Returns whether the test method has run as it is swept. */
    boolean hasEnded() {
        return ended;
    }

    /** Returns why the test is not to be swept; empty if it is. */
    Optional<String> exclusion() {
        return exclusion;
    }

    /** Notes that a test is run against a fake. Without a sweep of the suite, this does nothing. */
    public static void usesFake(ExtensionContext test) {
        TestInSuite here = HERE.get();
        if (here != null && here.id.equals(test.getUniqueId())) {
            here.usesFake = true;
            here.exclusion = exclusion(test);
            ContextStore.in(test).put(TestInSuite.class, here);
        }
    }

    private static Optional<String> exclusion(ExtensionContext test) {
        Optional<String> declared = excludedAt(test);
        if (declared.isPresent()) {
            return declared;
        }
        return AnnotationSupport.isAnnotated(test.getTestMethod(), FaultSweep.class)
                ? Optional.of("has @FaultSweep")
                : Optional.empty();
    }

    private static Optional<String> excludedAt(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NotSwept.class)
                .map(annotation -> "@NotSwept: " + annotation.value())
                .or(() -> context.getParent().flatMap(TestInSuite::excludedAt));
    }

    /** Returns the run with which a test method is swept; empty in an ordinary run. */
    public static Optional<TestInSuite> sweeping(ExtensionContext test) {
        return Optional.ofNullable(ContextStore.in(test).get(TestInSuite.class, TestInSuite.class))
                .filter(here -> here.run.isPresent());
    }

    /** Runs the test method as the code that is swept. What it throws is judged, and fails nothing. */
    public void sweep(
            ChimeMessagingServer chime, Invocation<Void> invocation, ReflectiveInvocationContext<Method> method) {
        SweepEngine.Run current = run.orElseThrow();
        Sweep sweep = current.start(chime);
        AtomicBoolean first = new AtomicBoolean(true);
        Sweep.SweptOutcome<Void> outcome = sweep.run(() -> {
            if (first.getAndSet(false)) {
                proceed(invocation);
            } else {
                again(method);
            }
        });
        ended = true;
        Optional<Throwable> ignored = current.end(outcome.exception());
        ignored.ifPresent(
                failure -> exclusion = Optional.of("fails when it is repeated without a failure: " + failure));
    }

    private static void proceed(Invocation<Void> invocation) throws Exception {
        try {
            invocation.proceed();
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void again(ReflectiveInvocationContext<Method> method) throws Exception {
        method.getExecutable().setAccessible(true);
        try {
            method.getExecutable()
                    .invoke(
                            method.getTarget().orElse(null),
                            method.getArguments().toArray());
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof Exception exception) {
                throw exception;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure;
        }
    }
}
