package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;

/**
 * Passes the fake that a constructor was given on to the test that the instance is created for. While a constructor runs, Jupiter
 * names no test, but it creates an instance and its outer ones on one thread, one after the other, before it starts the test.
 */
final class Constructions {
    private final Map<Thread, Deque<Construction>> underWay = new ConcurrentHashMap<>();
    private final Map<Object, FakeLease> leases = Collections.synchronizedMap(new IdentityHashMap<>());

    /** One instance that is being created, and the fake that its constructor was given, if it takes one. */
    private static final class Construction {
        private final ExtensionContext container;
        private Optional<FakeLease> lease;
        private Runnable report = () -> {};
        private volatile boolean running;

        private Construction(ExtensionContext container, Optional<FakeLease> lease) {
            this.container = container;
            this.lease = lease;
        }

        /** Gives back the fake of a constructor that failed, but not for a test. */
        private void end() {
            report.run();
            lease.ifPresent(FakeLease::close);
        }
    }

    /** Those of the run, by the name of the fake: each construction may be given a fake of each name. */
    private static final class OfRun {
        private final Map<String, Constructions> byFake = new ConcurrentSkipListMap<>();
    }

    /** Returns those that concern the fakes with a name. */
    static Constructions in(ExtensionContext context, String fake) {
        return ofRun(context).computeIfAbsent(fake, key -> new Constructions());
    }

    /** Returns those of all fakes. */
    static Collection<Constructions> in(ExtensionContext context) {
        return ofRun(context).values();
    }

    private static Map<String, Constructions> ofRun(ExtensionContext context) {
        return ContextStore.ofRun(context, OfRun.class, OfRun::new).byFake;
    }

    /**
     * Begins the creation of an instance. It shares the fake of the outer instance, if the constructor of that takes one; an instance
     * for all tests of its class makes it the fake of the class.
     */
    void begin(Fakes fakes, Optional<Object> outerInstance) {
        removeFailed(onThisThread(), fakes.context().getRoot()).forEach(Construction::end);
        Optional<FakeLease> shared = outerInstance.flatMap(outer -> Optional.ofNullable(leases.get(outer)));
        if (fakes.haveOneInstance()) {
            shared.ifPresent(lease -> {
                forget(lease);
                requireSamePool(lease, fakes);
            });
            shared.ifPresentOrElse(fakes::openScope, fakes::openScope);
            return;
        }
        Optional<FakeLease> fitting = shared.filter(lease -> lease.source().pool() == fakes.pool());
        fitting.ifPresent(lease -> requireSameSource(lease, fakes.sourceForConstructor(), fakes));
        onThisThread().push(new Construction(fakes.context(), fitting));
    }

    private Deque<Construction> onThisThread() {
        return underWay.computeIfAbsent(Thread.currentThread(), thread -> new ConcurrentLinkedDeque<>());
    }

    /** Returns the fake for the constructor that the current thread is about to run. */
    FakeLease lease(Fakes fakes) {
        Construction construction = onThisThread().element();
        if (construction.lease.isEmpty()) {
            construction.lease = Optional.of(fakes.sourceForConstructor().lease());
        }
        return construction.lease.get();
    }

    /** Notes whether the constructor runs that the current thread is about to run or has run. */
    void running(Fakes fakes, boolean running) {
        if (!fakes.haveOneInstance()) {
            onThisThread().element().running = running;
        }
    }

    /** Notes that the constructor failed that the current thread ran. */
    void failed(Fakes fakes, Throwable problem) {
        if (!fakes.haveOneInstance()) {
            Construction construction = onThisThread().element();
            construction.report = FailuresWithoutListener.ofConstructor(fakes, construction.lease, problem);
        }
    }

    /** Ends the creation of an instance. */
    void end(Fakes fakes, Object instance) {
        if (!fakes.haveOneInstance()) {
            onThisThread().pop().lease.ifPresent(lease -> leases.put(instance, lease));
        }
    }

    /** Gives back the fakes of constructors that failed, for factories, at the end of a container. */
    void end(ExtensionContext container) {
        underWay.values()
                .forEach(constructions -> removeFailed(constructions, container).forEach(Construction::end));
    }

    /** Gives back the fake of the constructor that failed on the current thread for a test, which has ended. */
    void abandon(ExtensionContext test) {
        removeFailed(onThisThread(), test.getRoot())
                .forEach(construction -> construction.lease.ifPresent(
                        lease -> TestFake.ofConstructor(test, lease).close()));
    }

    /** Returns the fake of the constructor that failed on the current thread in a container, to be closed by the caller. */
    Optional<FakeLease> failedOnThisThread(ExtensionContext container) {
        return removeFailed(onThisThread(), container).stream()
                .flatMap(construction -> construction.lease.stream())
                .findFirst();
    }

    /** A constructor failed if it neither runs nor made an instance, and its thread is done with it. */
    private List<Construction> removeFailed(Deque<Construction> constructions, ExtensionContext container) {
        List<Construction> failed = List.copyOf(constructions).stream()
                .filter(construction -> !construction.running && isWithin(container, construction.container))
                // Another thread may end its container at the same time: only one of them gives the fake back.
                .filter(constructions::remove)
                .toList();
        failed.forEach(construction -> construction.lease.ifPresent(this::forget));
        return failed;
    }

    private static boolean isWithin(ExtensionContext container, ExtensionContext context) {
        return container.getUniqueId().equals(context.getUniqueId())
                || context.getParent()
                        .filter(parent -> isWithin(container, parent))
                        .isPresent();
    }

    /**
     * Returns the fake that the constructors of a test's instances were given, if they take one.
     *
     * @throws ExtensionConfigurationException if the test runs against another one
     */
    Optional<FakeLease> claim(TestInstances instances, Fakes fakes) {
        List<FakeLease> seen = leasesOf(instances);
        seen.forEach(this::forget);
        seen.forEach(lease -> requireSamePool(lease, fakes));
        seen.forEach(lease -> requireSameSource(lease, fakes.source(), fakes));
        return seen.stream().findFirst();
    }

    /** Returns whether the constructors of these instances were given a fake that no test has claimed. */
    boolean gaveFakeTo(TestInstances instances) {
        return !leasesOf(instances).isEmpty();
    }

    /** Gives back what no test claimed, because it was skipped or failed before, at the end of its instances. */
    void discard(ExtensionContext context) {
        leasesOf(context.getRequiredTestInstances()).forEach(lease -> {
            forget(lease);
            TestFake.ofConstructor(context, lease).close();
        });
    }

    private List<FakeLease> leasesOf(TestInstances instances) {
        return instances.getAllInstances().stream()
                .flatMap(instance -> Optional.ofNullable(leases.get(instance)).stream())
                .distinct()
                .toList();
    }

    private void forget(FakeLease lease) {
        leases.values().removeIf(other -> other == lease);
    }

    private static void requireSamePool(FakeLease lease, Fakes fakes) {
        if (lease.source().pool() != fakes.pool()) {
            lease.close();
            throw new ExtensionConfigurationException("A constructor was given the fake of a class around "
                    + Printout.name(fakes.context()) + ", but " + fakes
                    + " declares another fake there. Let no constructor take a fake here; take it in the test or in"
                    + " @BeforeEach");
        }
    }

    private static void requireSameSource(FakeLease lease, FakeSource source, Fakes fakes) {
        if (lease.source() != source) {
            lease.close();
            throw new ExtensionConfigurationException("A constructor was given a fake before it was known that the test"
                    + " belongs to " + Printout.name(fakes.context())
                    + ", which has a baseline and a fake for its own tests."
                    + " Take the fake in the tests or in @BeforeEach instead of the constructor of the outer class; or"
                    + " annotate the nested class with @Execution(SAME_THREAD)");
        }
    }
}
