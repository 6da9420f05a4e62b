package io.github.chimefake;

import io.github.chimefake.internal.server.EndpointPool;

/**
 * A pool that keeps the expensive parts of a closed fake for the next one: the running WireMock server, and the HTTP clients of its ready
 * clients. It keeps no state of the closed fake.
 *
 * <pre>{@code
 * try (ServerPool pool = ServerPool.create()) {
 *     try (ChimeMessagingServer chime = ChimeMessagingServer.builder().serverPool(pool).start()) {…}
 *     try (ChimeMessagingServer next = ChimeMessagingServer.builder().serverPool(pool).start()) {…} // starts fast
 * }
 * }</pre>
 *
 * <p>Fakes that run at the same time have separate servers; the next fake may have the address of a closed one. While no fake has an
 * address, every call to it fails with status 410. A call that a ready client of an earlier fake has under way fails with status 410 even
 * if another fake has the address by then. A client that the user built calls the fake that currently has the address.
 *
 * <p>{@link ChimeMessagingServer#close} returns the server to the pool. It is stopped instead if something could be left in it: if
 * {@link ChimeMessagingServer#unwrap} was used, if calls do not end, or if code that runs within a call closes the fake.
 *
 * <p>Thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
public interface ServerPool extends AutoCloseable {
    /** Creates an empty pool. */
    static ServerPool create() {
        return new EndpointPool();
    }

    /** Stops all servers, those of running fakes included. Closing twice has no effect. */
    @Override
    void close();
}
