package io.github.chimefake;

import io.github.chimefake.internal.server.EndpointPool;

/**
 * Keeps the expensive parts of a closed fake for the next one: the running WireMock server, and the HTTP clients of its ready clients.
 * Keeps nothing of what the fake held.
 *
 * <pre>{@code
 * try (ServerPool pool = ServerPool.create()) {
 *     try (ChimeMessagingServer chime = ChimeMessagingServer.builder().serverPool(pool).start()) {…}
 *     try (ChimeMessagingServer next = ChimeMessagingServer.builder().serverPool(pool).start()) {…} // starts at once
 * }
 * }</pre>
 *
 * <p>Fakes that run at the same time have a server each; the next one may have the address of a closed one. While no fake has an
 * address, every call to it fails with status 410. So does, at any time, a call that a ready client of an earlier fake had under way; a
 * client that the user built calls whichever fake has its address.
 *
 * <p>{@link ChimeMessagingServer#close} returns the server to the pool. It is stopped instead if something could be left in it: if
 * {@link ChimeMessagingServer#unwrap} was used, if calls do not end, or if code that runs within a call closes the fake.
 *
 * <p>Thread-safe. Not to be implemented by users.
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
