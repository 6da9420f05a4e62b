package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.junit.jupiter.internal.parameters.ParameterClaims;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A container of tests that start from the same baseline: the state of the container's own fake when the first of them starts.
 * Nested containers take their fake from here, as tests do, and add to it for their own tests.
 */
final class FakeScope implements FakeSource, ContextStore.Closeable {
    private final ExtensionContext context;
    private final FakePool pool;
    private final Supplier<FakeLease> supplier;
    private final DeclaredRules rules;
    private final ClassSetup setup;
    private final Optional<FakeScope> around;
    private final Map<Thread, FakeScope> openWithin = new ConcurrentHashMap<>();
    private Runnable onClose = () -> {};
    private @Nullable FakeLease own;
    private @Nullable ServerSnapshot baseline;
    private @Nullable Supplier<String> askedBeforeTests;
    private Set<UnusedSetup> setupAround = Set.of();
    private boolean ownIsLent;
    private final HeldFields held;

    /**
     * Creates a scope that takes its own fake when it is first needed.
     *
     * @param rules those declared on the container, which belong to its baseline
     * @param setup is told at the end what was set up and not used
     * @param around the scope that the fake is taken from; empty if it is taken from the pool
     */
    FakeScope(
            ExtensionContext context,
            FakePool pool,
            Supplier<FakeLease> supplier,
            DeclaredRules rules,
            ClassSetup setup,
            Optional<FakeScope> around) {
        this.context = context;
        this.pool = pool;
        this.supplier = supplier;
        this.rules = rules;
        this.setup = setup;
        this.around = around;
        this.held = new HeldFields(context);
    }

    @Override
    public FakePool pool() {
        return pool;
    }

    /** Returns the container's own fake, for use outside of its tests. */
    ChimeMessagingServer server() {
        return own().server();
    }

    private synchronized PooledFake own() {
        if (own == null) {
            own = withRules(supplier.get());
        }
        return own.fake();
    }

    private FakeLease withRules(FakeLease lease) {
        setupAround = Set.copyOf(TestIsolation.of(lease.server()).unusedBaseline());
        try {
            rules.applyTo(lease.server());
            return lease;
        } catch (RuntimeException wrong) {
            lease.close();
            throw wrong;
        }
    }

    @Override
    public FakeLease lease() {
        boolean first = takeOwn();
        if (!first) {
            pool.requireSeparateTests();
            requireNoHolder();
        }
        PooledFake fake = first ? own() : pool.take();
        reset(fake);
        return new FakeLease(this, fake);
    }

    private void reset(PooledFake fake) {
        fake.reset(baseline());
        boolean here = !held.isEmpty() && held.moveTo(server());
        boolean outside = around.filter(FakeScope::setHeldAgain).isPresent();
        if (here || outside) {
            continueFrom(fake); // The clients in the fields belong to every later test.
        }
    }

    /**
     * Sets a field, for all tests, to what it holds of the own fake.
     *
     * @param instance the test instance; null for a static field
     */
    void setForAll(Field field, @Nullable Object instance) {
        held.set(field, instance, server());
    }

    /** The test of a scope within this one may have stopped the server of the fake that both have. */
    private boolean setHeldAgain() {
        boolean here = !held.isEmpty() && held.setAgain(server());
        boolean outside = around.filter(FakeScope::setHeldAgain).isPresent();
        return here || outside;
    }

    /** A test beside another one has another fake than the field. */
    private void requireNoHolder() {
        held.first().ifPresent(field -> {
            throw new ExtensionConfigurationException("The field " + field
                    + " holds one fake for all tests, but two of them run at the same time, each with"
                    + " its own fake. Make it a field of an instance for each test, or take a parameter; or run the"
                    + " tests in the same thread, for example with @Execution(SAME_THREAD)");
        });
        around.ifPresent(FakeScope::requireNoHolder);
    }

    private synchronized boolean takeOwn() {
        boolean free = !ownIsLent;
        ownIsLent = true;
        return free;
    }

    private synchronized ServerSnapshot baseline() {
        if (baseline == null) {
            keepCallsBeforeTests();
            baseline = own().markBaseline();
        }
        return baseline;
    }

    /** Makes the current state the baseline of the next test. */
    private synchronized void continueFrom(PooledFake fake) {
        if (fake.server().isRunning()) {
            baseline = fake.markBaseline();
        }
    }

    /** The reset before the first test clears the journal, but the report of a later failure of the container needs these calls. */
    private void keepCallsBeforeTests() {
        if (askedBeforeTests == null && Printout.wasAsked(server())) {
            askedBeforeTests = Printout.asked(pool.fakeName(), server(), " before the first test");
        }
    }

    @Override
    public void giveBack(PooledFake fake) {
        if (pool.continues()) {
            continueFrom(fake);
        }
        reset(fake);
        if (fake == own()) {
            synchronized (this) {
                ownIsLent = false;
            }
        } else {
            pool.put(fake);
        }
    }

    /** Returns the requests to the own fake outside of tests, if it was started, for a container that failed. */
    synchronized List<String> reportOfContainer() {
        return own == null
                ? List.of()
                : containerReport().stream().map(Supplier::get).toList();
    }

    private List<Supplier<String>> containerReport() {
        Stream<Supplier<String>> before = Optional.ofNullable(askedBeforeTests).stream();
        Supplier<String> now = askedNow(askedBeforeTests == null ? "" : " since the last test");
        return Stream.concat(before, Stream.of(now)).toList();
    }

    /** Reports a failure in this container that no test watcher is informed of, such as that of a container or factory. */
    List<String> reportWithin() {
        return Constructions.in(context, pool.fakeName())
                .failedOnThisThread(context)
                .map(given -> {
                    try (given) {
                        return List.of(Printout.asked(pool.fakeName(), given.server(), "")
                                .get());
                    }
                })
                .orElseGet(this::reportOfContainer);
    }

    /** Returns the requests to the own fake since the last test, if it was started, for a test that failed without a fake. */
    synchronized List<String> reportOfTestWithoutFake() {
        if (own == null) {
            return List.of();
        }
        List<String> report = List.of(askedNow("").get());
        if (!ownIsLent) {
            clearJournal();
        }
        return report;
    }

    private Supplier<String> askedNow(String when) {
        return ownIsLent ? Printout.inUse(pool.fakeName(), server()) : Printout.asked(pool.fakeName(), server(), when);
    }

    /** The next report of a test does not list these calls again. */
    private void clearJournal() {
        if (baseline == null) {
            keepCallsBeforeTests();
        }
        TestIsolation.of(server()).clearJournal();
    }

    /** Notes that the current thread runs the tests of a scope within this one until that is closed. */
    void entered(FakeScope within) {
        Thread thread = Thread.currentThread();
        openWithin.put(thread, within);
        within.onClose = () -> openWithin.remove(thread, within);
    }

    /** Returns the scope whose tests the current thread runs: this one, or one within it. */
    FakeScope innermostOnThisThread() {
        FakeScope within = openWithin.get(Thread.currentThread());
        return within == null ? this : within.innermostOnThisThread();
    }

    /** What the baseline around this one has set up may still be used by other tests. */
    private void addToClassSetup(ChimeMessagingServer server) {
        if (baseline != null) { // Otherwise no test ran.
            setup.addBaseline(TestIsolation.of(server).unusedBaseline().stream()
                    .filter(unused -> !setupAround.contains(unused))
                    .toList());
        }
    }

    /** Gives the own fake back. The report of a failure is kept before, because the container may have failed. */
    @Override
    public synchronized void close() {
        onClose.run();
        held.release();
        Constructions.in(context, pool.fakeName()).end(context);
        ParameterClaims.advise(context);
        if (own != null) {
            if (context.getTestMethod().isEmpty()) {
                FailuresWithoutListener.ends(context, this::reportOfContainer);
            }
            List<Supplier<String>> report = containerReport();
            RunningNodes.reportBy(
                    context,
                    pool.fakeName(),
                    () -> report.stream().map(Supplier::get).toList());
            addToClassSetup(own.server());
            own.close();
        }
        askedBeforeTests = null;
    }
}
