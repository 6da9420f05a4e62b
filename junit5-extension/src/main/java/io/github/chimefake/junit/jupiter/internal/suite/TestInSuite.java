package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** A test that runs while a suite is swept: in its ordinary run, or in one of the sweep. */
public final class TestInSuite {
    /** The launcher creates the listener, and Jupiter the extension. A test is started on the thread that then calls the extensions for it. */
    private static final ThreadLocal<TestInSuite> HERE = new ThreadLocal<>();

    /** The fakes before the instance of the next test is constructed, which is before the listener hears of the test. */
    private static final ThreadLocal<SweepEngine.FakeWatch> BEFORE_INSTANCE = new ThreadLocal<>();

    private final String id;
    private final SweptSuite suite;
    private final Optional<NextRun> run;
    private final SweepEngine.FakeWatch fakes;
    private final Map<String, ChimeMessagingServer> given = new ConcurrentSkipListMap<>();
    private volatile boolean ended;
    private volatile Optional<String> exclusion = Optional.empty();

    /**
     * Creates a test.
     *
     * @param run empty for the ordinary run
     * @param fakes the fakes as they were before the test
     */
    TestInSuite(String id, SweptSuite suite, Optional<NextRun> run, SweepEngine.FakeWatch fakes) {
        this.id = id;
        this.fakes = fakes;
        this.suite = suite;
        this.run = run;
    }

    /** Notes that an instance is constructed on this thread. Of nested classes, the first one is the outermost. */
    static void instanceBeginsHere() {
        if (BEFORE_INSTANCE.get() == null) {
            BEFORE_INSTANCE.set(SweepEngine.watchFakes());
        }
    }

    /** Returns the fakes as they were before the instance of the test that starts on this thread; empty if none was constructed for it. */
    static Optional<SweepEngine.FakeWatch> fakesBeforeInstance() {
        Optional<SweepEngine.FakeWatch> fakes = Optional.ofNullable(BEFORE_INSTANCE.get());
        BEFORE_INSTANCE.remove();
        return fakes;
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

    /** Returns the test of a context that runs on this thread. */
    static Optional<TestInSuite> of(ExtensionContext test) {
        return Optional.ofNullable(HERE.get()).filter(here -> here.id.equals(test.getUniqueId()));
    }

    String id() {
        return id;
    }

    /** Returns whether an extension has given the test its fake. */
    boolean usesFake() {
        return !given.isEmpty();
    }

    /** Returns the fakes since before the test. */
    SweepEngine.FakeWatch fakes() {
        return fakes;
    }

    /** Returns the run of the sweep; empty for the ordinary run. */
    Optional<SweepEngine.Run> run() {
        return run.map(NextRun::run);
    }

    /** Returns the names of the fakes that extensions gave the test and that it called, or of the first one if it called none. */
    List<String> fakesToSweep() {
        List<ChimeMessagingServer> called = fakes.called();
        List<String> names = given.entrySet().stream()
                .filter(fake -> called.contains(fake.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return names.isEmpty() ? given.keySet().stream().limit(1).toList() : names;
    }

    /** Returns whether the test method has run as it is swept. */
    boolean hasEnded() {
        return ended;
    }

    /** Returns why the test is not to be swept; empty if it is. */
    Optional<String> exclusion() {
        return exclusion;
    }

    /** Notes why the test is not to be swept. */
    void exclude(String reason) {
        exclusion = Optional.of(reason);
    }

    /**
     * Notes that a test is run against a fake. Without a sweep of the suite, this does nothing.
     *
     * @param name that of the fake; empty if it has none
     * @param keepsState whether the fake starts with what other tests have left
     */
    public static void usesFake(ExtensionContext test, ChimeMessagingServer chime, String name, boolean keepsState) {
        of(test).ifPresent(here -> {
            here.suite.hasFake(test, chime);
            here.given.put(name, chime);
            here.exclusion = here.exclusion
                    .or(() -> Exclusions.in(test))
                    .or(() -> keepsState
                            ? Optional.of(
                                    "its fake has reset = EACH_CLASS, so it depends on what other tests have left")
                            : Optional.empty());
            here.suite.declares(test);
            ContextStore.in(test).put(TestInSuite.class, here);
        });
    }

    /** Returns the run with which a test method is swept; empty in an ordinary run. */
    public static Optional<TestInSuite> sweeping(ExtensionContext test) {
        return Optional.ofNullable(ContextStore.in(test).get(TestInSuite.class, TestInSuite.class))
                .filter(here -> here.run.isPresent());
    }

    /** Runs the test method as the code that is swept, against one of the fakes that extensions have given it. */
    public void sweep(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method) {
        String fake = run.orElseThrow().fake();
        sweep(given.getOrDefault(fake, given.values().iterator().next()), invocation, method);
    }

    /** Runs the test method as the code that is swept. What it throws is judged, and fails nothing. */
    void sweep(ChimeMessagingServer chime, Invocation<Void> invocation, ReflectiveInvocationContext<Method> method) {
        SweepEngine.Run current = run.orElseThrow().run();
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
        ignored.ifPresent(failure -> exclude("fails when it is repeated without a failure: " + failure));
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
