package io.github.chimefake.internal.server;

import io.github.chimefake.ServerPool;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.gateway.TestRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The running servers, and those that wait for the next fake. */
public final class EndpointPool implements ServerPool {
    private final TestRegistry tests = new TestRegistry();
    private final Deque<Endpoint.Idle> idle = new ArrayDeque<>();
    private final Set<FakeServer> inUse = new HashSet<>();
    private @Nullable Gateway refusing;
    private boolean closed;

    /** Creates an empty pool. */
    public EndpointPool() {}

    /** Generations of a new fake, numbered so that no two fakes of the pool take each other's calls for their own. */
    Generations newGenerations() {
        return new Generations(tests);
    }

    /**
     * Returns the pool that a user handed in.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static EndpointPool of(ServerPool given) {
        if (given instanceof EndpointPool pool) {
            return pool;
        }
        throw new IllegalArgumentException("serverPool(" + given
                + "): this pool was not created by the library. Create pools with ServerPool.create()");
    }

    synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("serverPool(pool): the pool is closed. Close it after the last fake");
        }
    }

    synchronized boolean hasIdle() {
        return !idle.isEmpty();
    }

    /** The endpoint that was used last, whose connections are the freshest. */
    synchronized Optional<Endpoint.Idle> take() {
        return Optional.ofNullable(idle.pollLast());
    }

    /** Notes a fake that was started, to be stopped with the pool. */
    void started(FakeServer fake) {
        synchronized (this) {
            if (!closed) {
                inUse.add(fake);
                return;
            }
        }
        fake.stop();
        requireOpen();
    }

    synchronized void stopped(FakeServer fake) {
        inUse.remove(fake);
    }

    void giveBack(Endpoint endpoint) {
        endpoint.giveBack(refusing(), this::keep);
    }

    private synchronized boolean keep(Endpoint.Idle given) {
        if (!closed) {
            idle.addLast(given);
        }
        return !closed;
    }

    /** The gateway behind all idle servers. That of the fake before would keep what the fake held from being forgotten. */
    private synchronized Gateway refusing() {
        if (refusing == null) {
            refusing = new FakeComponents(ServerSettings.ofNobody(), Generations.none()).gateway;
        }
        return refusing;
    }

    @Override
    public void close() {
        List<FakeServer> running;
        List<Endpoint.Idle> waiting;
        synchronized (this) {
            closed = true;
            running = List.copyOf(inUse);
            waiting = List.copyOf(idle);
            idle.clear();
        }
        List<Runnable> stops = new ArrayList<>();
        running.forEach(fake -> stops.add(fake::stop));
        waiting.forEach(endpoint -> stops.add(endpoint::stop));
        stopAll(stops);
    }

    /** One that cannot be stopped does not keep the others running. */
    private static void stopAll(List<Runnable> stops) {
        Optional<RuntimeException> failure = Optional.empty();
        for (Runnable stop : stops) {
            try {
                stop.run();
            } catch (RuntimeException e) {
                failure.ifPresent(e::addSuppressed);
                failure = Optional.of(e);
            }
        }
        failure.ifPresent(first -> {
            throw first;
        });
    }
}
