package io.github.chimefake.control;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Experimental;
import java.net.URI;

/**
 * A control API of a running fake: HTTP and JSON under {@code /v1}, with which programs in any language set up and read the fake. It
 * listens on its own port, by default a free one of the loopback address.
 *
 * <pre>{@code
 * try (ChimeMessagingServer chime = ChimeMessagingServer.start();
 *         ChimeControl control = ChimeControl.serve(chime)) {
 *     control.address(); // http://127.0.0.1:41235, so GET http://127.0.0.1:41235/v1/state returns the state
 * }
 * }</pre>
 *
 * <p>All of its threads are daemons, so a program with a control API ends as without it. Thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface ChimeControl extends AutoCloseable {
    /**
     * Starts a control API with the defaults: a free loopback port, without a token.
     *
     * @throws IllegalStateException if the fake is closed
     */
    static ChimeControl serve(ChimeMessagingServer chime) {
        return of(chime).serve();
    }

    /** Returns a builder for a control API with non-default settings. */
    static ChimeControlBuilder of(ChimeMessagingServer chime) {
        return new ChimeControlBuilder(chime);
    }

    /** Returns the address without a path, for example {@code http://127.0.0.1:41235}. */
    URI address();

    /** Stops listening, and ends all connections; the fake goes on. Closing twice has no effect. */
    @Override
    void close();
}
