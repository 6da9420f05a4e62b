package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.lifetime.UserCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which test and which generation a request belongs to. A generation is what lies between two resets; a test may have
 * several. A ready client names both in {@link Origin#HEADER}; requests without that header belong to the current ones.
 *
 * <p>A reset waits for the requests under way, except for those in which code of the user runs, and for the one that it was
 * called from. What such a request would do after the code returns, it does only if its test and generation are still current.
 */
public final class Generations implements UserCode {
    private final TestRegistry tests;
    private final boolean takeCalls;
    /** The request that each thread answers. */
    private final Map<Thread, Visit> visits = new ConcurrentHashMap<>();

    private Set<Long> testsOfBaseline = Set.of();
    private Origin current;
    private int underWay;
    private @Nullable Thread resetting;

    /** A request while it is answered. Guarded by the lock of its owner. */
    private static final class Visit {
        private Origin origin;
        private boolean underWay = true;

        private Visit(Origin origin) {
            this.origin = origin;
        }
    }

    private Generations(TestRegistry tests, boolean takeCalls) {
        this.tests = tests;
        this.takeCalls = takeCalls;
        this.current = new Origin(tests.nextNumber(), tests.nextNumber());
        keepClientsOfCurrentTest();
    }

    /** Creates those of a fake whose address no other fake ever has. */
    public Generations() {
        this(new TestRegistry());
    }

    /**
     * Creates those of a fake that may have the address of an earlier one.
     *
     * @param tests the registry of all these fakes
     */
    public Generations(TestRegistry tests) {
        this(tests, true);
    }

    /** Creates those of no fake at all: every request is late. */
    public static Generations none() {
        return new Generations(new TestRegistry(), false);
    }

    /** Returns the test and the generation that run now. */
    public synchronized Origin current() {
        return current;
    }

    /**
     * Returns the origin of a call that begins now.
     *
     * @param madeIn the test in which its client was made
     */
    public synchronized Origin ofCall(long madeIn) {
        return new Origin(testsOfBaseline.contains(madeIn) ? current.test() : madeIn, current.generation());
    }

    /** Makes the current test part of the baseline: clients that were made in it serve in every later test. */
    public final synchronized void keepClientsOfCurrentTest() {
        Set<Long> more = new HashSet<>(testsOfBaseline);
        more.add(current.test());
        testsOfBaseline = Set.copyOf(more);
    }

    /** Returns the tests whose clients serve in every test that starts from the current baseline. */
    public synchronized Set<Long> testsOfBaseline() {
        return testsOfBaseline;
    }

    /** Names the current test, for reports about late requests. */
    public void nameTest(String name) {
        tests.name(current().test(), name);
    }

    /** Carries out a reset and begins a generation of the same test. */
    public void reset(Runnable reset) {
        begin(test -> test, reset);
    }

    /**
     * Carries out a reset and begins another test.
     *
     * @param testsOfItsBaseline the tests whose clients serve in it
     */
    public void startTest(Set<Long> testsOfItsBaseline, Runnable reset) {
        begin(test -> tests.nextNumber(), () -> {
            reset.run();
            admit(testsOfItsBaseline);
        });
    }

    private synchronized void admit(Set<Long> testsOfItsBaseline) {
        testsOfBaseline = Set.copyOf(testsOfItsBaseline);
    }

    private void begin(Function<Long, Long> nextTest, Runnable reset) {
        // The reset may be called from within a request, and must not wait for that one.
        Visit own = visits.get(Thread.currentThread());
        boolean ownWasUnderWay = own != null && leave(own);
        boolean ownIsCurrent;
        synchronized (this) {
            await(() -> underWay == 0 && resetting == null);
            resetting = Thread.currentThread();
            ownIsCurrent = own != null && own.origin.equals(current);
        }
        try {
            reset.run();
        } finally {
            synchronized (this) {
                resetting = null;
                current = new Origin(nextTest.apply(current.test()), tests.nextNumber());
                if (own != null && ownIsCurrent) { // What was late already stays so.
                    own.origin = new Origin(own.origin.test(), current.generation());
                }
                notifyAll();
            }
            if (own != null && ownWasUnderWay) {
                enter(own);
            }
        }
    }

    /**
     * Does something for a request.
     *
     * @param claimed the value of {@link Origin#HEADER}
     * @param action is told why the request is late, if it is
     */
    <T> T within(Optional<String> claimed, Function<Optional<Lateness>, T> action) {
        Visit outer = visits.get(Thread.currentThread());
        Visit visit = new Visit(current());
        enter(visit);
        visits.put(Thread.currentThread(), visit);
        try {
            return action.apply(lateness(claimed, visit));
        } finally {
            if (outer == null) {
                visits.remove(Thread.currentThread());
            } else {
                visits.put(Thread.currentThread(), outer);
            }
            leave(visit);
        }
    }

    private synchronized Optional<Lateness> lateness(Optional<String> claimed, Visit visit) {
        visit.origin = current;
        if (!takeCalls) {
            return Optional.of(Lateness.NO_FAKE);
        }
        return claimed.filter(origin -> !origin.equals(current.toString()))
                .map(origin -> lateness(Origin.parse(origin)));
    }

    private Lateness lateness(Optional<Origin> claimed) {
        return claimed.map(origin -> origin.test() == current.test()
                        ? new Lateness.OtherGeneration(nameOf(origin))
                        : new Lateness.OtherTest(nameOf(origin)))
                .orElseGet(() -> new Lateness.OtherTest(Optional.empty()));
    }

    private Optional<String> nameOf(Origin origin) {
        return tests.nameOf(origin.test());
    }

    /**
     * Runs the code while its request does not count as under way.
     *
     * @throws LateException if the test or generation of the request ended meanwhile, by another thread
     */
    @Override
    public <T> T run(Supplier<T> code) {
        Visit visit = visits.get(Thread.currentThread());
        if (visit == null || !leave(visit)) {
            return code.get();
        }
        try {
            return code.get();
        } finally {
            enter(visit);
            requireCurrent(visit);
        }
    }

    private synchronized void requireCurrent(Visit visit) {
        if (!visit.origin.equals(current)) {
            throw new LateException(lateness(Optional.of(visit.origin)));
        }
    }

    /** Not while a reset is carried out. One that still waits holds up nobody: it may wait for a request that waits for this one. */
    private synchronized void enter(Visit visit) {
        await(() -> resetting == null || resetting == Thread.currentThread());
        underWay++;
        visit.underWay = true;
    }

    /** Returns whether the request was under way until now. */
    private synchronized boolean leave(Visit visit) {
        boolean was = visit.underWay;
        if (was) {
            visit.underWay = false;
            underWay--;
            notifyAll();
        }
        return was;
    }

    private void await(BooleanSupplier condition) {
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // A request or a reset ends all the same; whoever interrupts learns of it after.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
