package io.github.chimefake;

import io.github.chimefake.gateway.Gateway;
import io.github.chimefake.gateway.Generations;
import io.github.chimefake.gateway.TestRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is expensive about a fake for the next one: the running WireMock server, and the HTTP clients of its ready clients.
 * Of what a fake held, nothing is kept.
 *
 * <pre>{@code
 * try (EndpointPool pool = new EndpointPool()) {
 *     try (ChimeMessagingServer chime = ChimeMessagingServer.builder().reusing(pool).start()) {…}
 *     try (ChimeMessagingServer next = ChimeMessagingServer.builder().reusing(pool).start()) {…} // as new, at once
 * }
 * }</pre>
 *
 * <p>Fakes that run at the same time have a server each; the next one may have the address of one that is closed. While no fake
 * has an address, every call to it is refused with status 410. So is, at any time, a call that a ready client of an earlier fake
 * had under way; a client that the user built calls whichever fake has its address.
 *
 * <p>A server goes back when its fake is closed with {@link ChimeMessagingServer#close}, unless something could be left in it:
 * if {@link ChimeMessagingServer#unwrap} was used, if calls do not end, or if the fake is closed by code that runs within a call, it
 * is stopped.
 *
 * <p>Safe for use by many threads.
 */
public final class EndpointPool implements AutoCloseable {
    private final TestRegistry tests = new TestRegistry();
    private final Deque<Endpoint.Idle> idle = new ArrayDeque<>();
    private final Set<ChimeMessagingServer> inUse = new HashSet<>();
    private @Nullable Gateway refusing;
    private boolean closed;

    /** A pool with nothing in it yet. */
    public EndpointPool() {}

    /** Generations of a new fake, numbered so that no two fakes of the pool take each other's calls for their own. */
    Generations newGenerations() {
        return new Generations(tests);
    }

    synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("reusing(pool): the pool is closed. Close it after the last fake");
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
    void started(ChimeMessagingServer fake) {
        synchronized (this) {
            if (!closed) {
                inUse.add(fake);
                return;
            }
        }
        fake.stop();
        requireOpen();
    }

    synchronized void stopped(ChimeMessagingServer fake) {
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
            refusing = new Rooms(ServerSettings.ofNobody(), Generations.none()).gateway;
        }
        return refusing;
    }

    /** Stops everything: the fakes that still run, and the servers that wait for the next. Closing twice does nothing. */
    @Override
    public void close() {
        List<ChimeMessagingServer> running;
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
