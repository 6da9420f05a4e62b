package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.lifetime.UserCode;
import java.time.Instant;
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
 * The test and the generation to which each request belongs. A generation is what lies between two resets; a test may
 * have several. A client of the fake sends both in {@link CallOrigin#HEADER}; requests without this header belong to the
 * current test and generation.
 *
 * <p>A reset waits for active requests, except those that are running user code and the one that called the reset.
 * After user code returns, its request continues only if its test and generation are still current.
 */
public final class Generations implements UserCode {
    private final TestRegistry tests;
    private final boolean takeCalls;
    /** The request that each thread is processing. */
    private final Map<Thread, ActiveRequest> requests = new ConcurrentHashMap<>();

    private Set<Long> testsOfBaseline = Set.of();
    private boolean keepsAllClients;
    private CallOrigin current;
    private CallOrigin previous;
    /** When the current generation began, by the system clock; nothing is older than the first one. */
    private Instant since = Instant.MIN;

    private int active;
    private @Nullable Thread resetting;

    /** A request in progress. Guarded by the lock of the enclosing instance. */
    private static final class ActiveRequest {
        private CallOrigin origin;
        private boolean active = true;

        private ActiveRequest(CallOrigin origin) {
            this.origin = origin;
        }
    }

    private Generations(TestRegistry tests, boolean takeCalls) {
        this.tests = tests;
        this.takeCalls = takeCalls;
        this.current = new CallOrigin(tests.nextNumber(), tests.nextNumber());
        this.previous = current;
        keepClientsOfCurrentTest();
    }

    /** Creates generations for a fake whose address is never used by another fake. */
    public Generations() {
        this(new TestRegistry());
    }

    /**
     * Creates generations for a fake that may have the address of an earlier fake.
     *
     * @param tests the registry shared by these fakes
     */
    public Generations(TestRegistry tests) {
        this(tests, true);
    }

    /** Returns generations without a fake, for which every request is late. */
    public static Generations none() {
        return new Generations(new TestRegistry(), false);
    }

    /** Returns the current test and generation. */
    public synchronized CallOrigin current() {
        return current;
    }

    /**
     * Returns the origin of a call that begins now.
     *
     * @param madeIn the test in which its client was created
     */
    public synchronized CallOrigin ofCall(long madeIn) {
        return new CallOrigin(
                keepsAllClients || testsOfBaseline.contains(madeIn) ? current.test() : madeIn, current.generation());
    }

    /** Adds the current test to the baseline: clients created in it are accepted in all later tests. */
    public final synchronized void keepClientsOfCurrentTest() {
        Set<Long> more = new HashSet<>(testsOfBaseline);
        more.add(current.test());
        testsOfBaseline = Set.copyOf(more);
    }

    /** Accepts clients in all tests, whenever they were created. */
    public synchronized void keepAllClients() {
        keepsAllClients = true;
    }

    /** Returns the tests whose clients are accepted in every test that starts from the current baseline. */
    public synchronized Set<Long> testsOfBaseline() {
        return testsOfBaseline;
    }

    /** Names the current test, for reports of late requests. */
    public void nameTest(String name) {
        tests.name(current().test(), name);
    }

    /** Runs a reset and begins a new generation of the same test. */
    public void reset(Runnable reset) {
        begin(test -> test, reset);
    }

    /**
     * Runs a reset and begins a new test.
     *
     * @param testsOfItsBaseline the tests whose clients are accepted in the new test
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
        // The reset may be called within a request, and must not wait for that request.
        ActiveRequest own = requests.get(Thread.currentThread());
        boolean ownWasActive = own != null && leave(own);
        boolean ownIsCurrent;
        synchronized (this) {
            await(() -> active == 0 && resetting == null);
            resetting = Thread.currentThread();
            ownIsCurrent = own != null && own.origin.equals(current);
        }
        try {
            reset.run();
        } finally {
            synchronized (this) {
                resetting = null;
                previous = current;
                since = Instant.now();
                current = new CallOrigin(nextTest.apply(current.test()), tests.nextNumber());
                if (own != null && ownIsCurrent) { // A request that was late before remains late.
                    own.origin = new CallOrigin(own.origin.test(), current.generation());
                }
                notifyAll();
            }
            if (own != null && ownWasActive) {
                enter(own);
            }
        }
    }

    /**
     * Runs an action for a request.
     *
     * @param claimed the value of {@link CallOrigin#HEADER}
     * @param action receives the reason if the request is late
     */
    <T> T within(Optional<String> claimed, Function<Optional<LateReason>, T> action) {
        ActiveRequest outer = requests.get(Thread.currentThread());
        ActiveRequest request = new ActiveRequest(current());
        enter(request);
        requests.put(Thread.currentThread(), request);
        try {
            return action.apply(reason(claimed, request));
        } finally {
            if (outer == null) {
                requests.remove(Thread.currentThread());
            } else {
                requests.put(Thread.currentThread(), outer);
            }
            leave(request);
        }
    }

    /**
     * Runs an action as a request, so that a reset waits for it.
     *
     * @param began the test and generation in which the request began
     * @param action receives why the request is late, if it is. Called again if it becomes late in user code
     */
    public <T> T asRequest(CallOrigin began, Function<Optional<String>, T> action) {
        try {
            return within(Optional.of(began.toString()), late -> action.apply(late.map(LateReason::explanation)));
        } catch (LateRequestException late) {
            return within(
                    Optional.of(began.toString()),
                    ended -> action.apply(Optional.of(late.reason().explanation())));
        }
    }

    /**
     * Returns why a request is late that was signed in this second, if the second was over when the current generation began. Others may
     * be of this generation.
     */
    public synchronized Optional<String> lateIfSignedIn(Instant second) {
        return second.plusSeconds(1).isAfter(since)
                ? Optional.empty()
                : Optional.of(reason(Optional.of(previous)).explanation());
    }

    private synchronized Optional<LateReason> reason(Optional<String> claimed, ActiveRequest request) {
        request.origin = current;
        if (!takeCalls) {
            return Optional.of(LateReason.NO_FAKE);
        }
        return claimed.filter(origin -> !origin.equals(current.toString()))
                .map(origin -> reason(CallOrigin.parse(origin)));
    }

    private LateReason reason(Optional<CallOrigin> claimed) {
        return claimed.map(origin -> origin.test() == current.test()
                        ? new LateReason.OtherGeneration(nameOf(origin))
                        : new LateReason.OtherTest(nameOf(origin)))
                .orElseGet(() -> new LateReason.OtherTest(Optional.empty()));
    }

    private Optional<String> nameOf(CallOrigin origin) {
        return tests.nameOf(origin.test());
    }

    /**
     * Runs user code. Meanwhile, its request does not count as active.
     *
     * @throws LateRequestException if another thread ended the test or generation of the request in the meantime
     */
    @Override
    public <T> T run(Supplier<T> code) {
        ActiveRequest request = requests.get(Thread.currentThread());
        if (request == null || !leave(request)) {
            return code.get();
        }
        try {
            return code.get();
        } finally {
            enter(request);
            requireCurrent(request);
        }
    }

    /**
     * Runs a part of the request within its user code. Meanwhile, the request counts as active again.
     *
     * @throws LateRequestException if another thread ended the test or generation of the request in the meantime
     */
    @Override
    public <T> T resume(Supplier<T> part) {
        ActiveRequest request = requests.get(Thread.currentThread());
        if (request == null || isActive(request)) {
            return part.get();
        }
        enter(request);
        try {
            requireCurrent(request);
            return part.get();
        } finally {
            leave(request);
        }
    }

    private synchronized boolean isActive(ActiveRequest request) {
        return request.active;
    }

    private synchronized void requireCurrent(ActiveRequest request) {
        if (!request.origin.equals(current)) {
            throw new LateRequestException(reason(Optional.of(request.origin)));
        }
    }

    /**
     * Marks the request as active, after waiting for a reset that is running. It does not wait for a reset that is
     * itself still waiting, because that reset may wait for a request that depends on this one.
     */
    private synchronized void enter(ActiveRequest request) {
        await(() -> resetting == null || resetting == Thread.currentThread());
        active++;
        request.active = true;
    }

    /** Marks the request as not active, and returns whether it was active. */
    private synchronized boolean leave(ActiveRequest request) {
        boolean was = request.active;
        if (was) {
            request.active = false;
            active--;
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
                interrupted = true; // Does not end the wait; restored afterwards.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
