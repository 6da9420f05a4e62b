package io.github.chimefake.junit.jupiter;

import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;

/**
 * Carries the fake that a constructor was given over to the test that the instance is made for. While a constructor runs,
 * Jupiter names no test, but it makes an instance and its outer ones on one thread, one after the other, before it starts
 * the test.
 */
final class Constructions {
    private final Map<Thread, Deque<Construction>> underWay = new ConcurrentHashMap<>();
    private final Map<Object, FakeLease> leases = Collections.synchronizedMap(new IdentityHashMap<>());

    /** One instance that is being made, and the fake that it sees, if it asked for one. */
    private static final class Construction {
        private final Fakes fakes;
        private Optional<FakeLease> lease;
        private Optional<Throwable> problem = Optional.empty();

        private Construction(Fakes fakes, Optional<FakeLease> lease) {
            this.fakes = fakes;
            this.lease = lease;
        }

        private boolean failedWithin(ExtensionContext container) {
            return problem.isPresent() && isWithin(container, fakes.context());
        }

        /** The name for a report that comes too late to know which factory it was. */
        private String name() {
            return Printout.name(fakes.context()) + " > constructor";
        }

        /** Reports the failure of a constructor whose test no test watcher was told of: that of a factory. */
        private void report(String name) {
            if (problem.filter(FailureReports::isFailure).isPresent()) {
                lease.ifPresentOrElse(
                        given -> Printout.print(
                                Printout.failure(name, given.server()).get()),
                        () -> FailureReports.reportWithoutFake(name, fakes));
            }
            lease.ifPresent(FakeLease::close);
        }
    }

    static Constructions in(ExtensionContext context) {
        return Fakes.store(context.getRoot())
                .getOrComputeIfAbsent(Constructions.class, key -> new Constructions(), Constructions.class);
    }

    /**
     * An instance is about to be made. It shares the fake of the outer instance, if that asked for one; an instance for all
     * tests of its class makes it the class's.
     */
    void begin(Fakes fakes, Optional<Object> outerInstance) {
        Optional<FakeLease> shared = outerInstance.flatMap(outer -> Optional.ofNullable(leases.get(outer)));
        if (fakes.haveOneInstance()) {
            shared.ifPresent(lease -> {
                forget(lease);
                requireSamePool(lease, fakes);
            });
            shared.ifPresentOrElse(fakes::openScope, fakes::openScope);
            return;
        }
        reportFailed(onThisThread(), fakes.context().getRoot(), Construction::name);
        Optional<FakeLease> fitting = shared.filter(lease -> lease.source().pool() == fakes.pool());
        fitting.ifPresent(lease -> requireSameSource(lease, fakes.sourceForConstructor(), fakes));
        onThisThread().push(new Construction(fakes, fitting));
    }

    private Deque<Construction> onThisThread() {
        return underWay.computeIfAbsent(Thread.currentThread(), thread -> new ConcurrentLinkedDeque<>());
    }

    /** The fake that the constructor sees which the current thread is about to run. */
    FakeLease lease(Fakes fakes) {
        Construction construction = onThisThread().element();
        if (construction.lease.isEmpty()) {
            construction.lease = Optional.of(fakes.sourceForConstructor().lease());
        }
        return construction.lease.get();
    }

    /** The instance is made. */
    void end(Fakes fakes, Object instance) {
        if (!fakes.haveOneInstance()) {
            onThisThread().pop().lease.ifPresent(lease -> leases.put(instance, lease));
        }
    }

    /** The constructor failed that the current thread ran. */
    void failed(Fakes fakes, Throwable problem) {
        if (!fakes.haveOneInstance()) {
            onThisThread().element().problem = Optional.of(problem);
        }
    }

    /** A container is over, and with it the factories whose constructors failed. */
    void end(ExtensionContext container) {
        underWay.values().forEach(constructions -> reportFailed(constructions, container, Construction::name));
    }

    /** Reports the constructor that failed on the current thread under a name; returns whether there was one. */
    boolean reportFailedOnThisThread(ExtensionContext container, String name) {
        return reportFailed(onThisThread(), container, construction -> name);
    }

    private boolean reportFailed(
            Deque<Construction> constructions, ExtensionContext container, Function<Construction, String> naming) {
        List<Construction> failed = List.copyOf(constructions).stream()
                .filter(construction -> construction.failedWithin(container))
                // Another thread may end its container at the same time: only one of them reports.
                .filter(constructions::remove)
                .toList();
        failed.forEach(construction -> {
            construction.lease.ifPresent(this::forget);
            construction.report(naming.apply(construction));
        });
        return !failed.isEmpty();
    }

    /** A test is over. If its constructor failed, what that was given goes back here. */
    void abandon(ExtensionContext test) {
        Deque<Construction> onThisThread = onThisThread();
        if (!onThisThread.isEmpty() && isWithin(onThisThread.element().fakes.context(), test)) {
            onThisThread.pop().lease.ifPresent(lease -> {
                forget(lease);
                new TestFake(test, lease).close();
            });
        }
    }

    private static boolean isWithin(ExtensionContext container, ExtensionContext context) {
        return container.getUniqueId().equals(context.getUniqueId())
                || context.getParent()
                        .filter(parent -> isWithin(container, parent))
                        .isPresent();
    }

    /**
     * The fake that the constructors of a test's instances were given, if they asked for one.
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

    /** Returns whether a constructor of these instances was given a fake that no test has claimed yet. */
    boolean gaveFakeTo(TestInstances instances) {
        return !leasesOf(instances).isEmpty();
    }

    /** The instances are over. What no test claimed, because the test was skipped or failed before, goes back. */
    void discard(ExtensionContext context) {
        leasesOf(context.getRequiredTestInstances()).forEach(lease -> {
            forget(lease);
            new TestFake(context, lease).close();
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
            throw new ExtensionConfigurationException(Printout.name(fakes.context())
                    + " has a fake of its own, by " + fakes
                    + ", but a constructor was given the fake of the class around"
                    + " it. Let no constructor take a fake here; take it in the test or in @BeforeEach");
        }
    }

    private static void requireSameSource(FakeLease lease, FakeSource source, Fakes fakes) {
        if (lease.source() != source) {
            lease.close();
            throw new ExtensionConfigurationException("A constructor was given a fake before it was known that the test"
                    + " belongs to " + Printout.name(fakes.context()) + ", which has put things into a fake of its own."
                    + " Let the constructor of the outer class take no fake, but the tests or @BeforeEach; or annotate"
                    + " the nested class with @Execution(SAME_THREAD)");
        }
    }
}
