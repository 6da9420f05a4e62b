package io.github.chimefake.internal.lifetime;

import java.util.Optional;

/**
 * The open or closed state of a fake. The contents of a closed fake can be read but not changed, because a change would
 * have no effect and a test could pass without testing anything.
 */
public final class FakeLifetime {
    private volatile Optional<String> endedAt = Optional.empty();

    /** Creates the state of a running fake. */
    public FakeLifetime() {}

    /**
     * Marks the fake as closed.
     *
     * @param endpoint the endpoint of the fake, for example {@code http://127.0.0.1:41234}
     */
    public void end(String endpoint) {
        endedAt = Optional.of(endpoint);
    }

    /**
     * Checks that the fake is running.
     *
     * @param request the method called by the user, for example {@code user("alice")}
     * @throws IllegalStateException if the fake is closed
     */
    public void requireRunning(String request) {
        endedAt.ifPresent(endpoint -> {
            throw new IllegalStateException(request + ": the fake at " + endpoint + " is closed. Call this before"
                    + " close() or stop(), or start another fake");
        });
    }
}
