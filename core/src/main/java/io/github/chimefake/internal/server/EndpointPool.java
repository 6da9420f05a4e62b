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

/** The pool of servers: those in use, and those available for the next fake. */
public final class EndpointPool implements ServerPool {
    private final TestRegistry tests = new TestRegistry();
    private final Deque<Endpoint.IdleEndpoint> idle = new ArrayDeque<>();
    private final Set<FakeServer> inUse = new HashSet<>();
    private @Nullable Gateway idleGateway;
    private boolean closed;

    /** Creates an empty pool. */
    public EndpointPool() {}

    /**
     * Creates generations for a new fake. Their numbers are unique in the pool, so that no fake accepts requests of
     * another.
     */
    Generations newGenerations() {
        return new Generations(tests);
    }

    /**
     * Returns the implementation of a pool passed by the user.
     *
     * @throws IllegalArgumentException if the pool was not created by the library
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

    /** Takes the most recently used endpoint, because its connections are the least likely to have expired. */
    synchronized Optional<Endpoint.IdleEndpoint> take() {
        return Optional.ofNullable(idle.pollLast());
    }

    /** Registers a started fake, which is stopped with the pool. */
    void started(FakeServer fake) {
        synchronized (this) {
            if (!closed) {
                inUse.add(fake);
                return;
            }
        }
        fake.stopAnyway();
        requireOpen();
    }

    synchronized void stopped(FakeServer fake) {
        inUse.remove(fake);
    }

    void giveBack(Endpoint endpoint) {
        endpoint.giveBack(idleGateway(), this::keep);
    }

    private synchronized boolean keep(Endpoint.IdleEndpoint given) {
        if (!closed) {
            idle.addLast(given);
        }
        return !closed;
    }

    /**
     * Returns the gateway of all pooled servers. The gateway of the previous fake would keep its contents from being
     * garbage collected.
     */
    private synchronized Gateway idleGateway() {
        if (idleGateway == null) {
            idleGateway = new FakeComponents(ServerSettings.placeholder(), Generations.none()).gateway;
        }
        return idleGateway;
    }

    @Override
    public void close() {
        List<FakeServer> running;
        List<Endpoint.IdleEndpoint> waiting;
        synchronized (this) {
            closed = true;
            running = List.copyOf(inUse);
            waiting = List.copyOf(idle);
            idle.clear();
        }
        List<Runnable> stops = new ArrayList<>();
        running.forEach(fake -> stops.add(fake::stopAnyway));
        waiting.forEach(endpoint -> stops.add(endpoint::stop));
        stopAll(stops);
    }

    /** Runs all stops, even if some fail. */
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
