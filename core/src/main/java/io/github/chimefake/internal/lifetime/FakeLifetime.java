package io.github.chimefake.internal.lifetime;

import java.util.Optional;

/**
 * Whether a fake still runs. What a closed fake holds can be read, and no longer changed: a change would act on nothing, so
 * that a test could pass without testing anything.
 */
public final class FakeLifetime {
    private volatile Optional<String> endedAt = Optional.empty();

    /** Creates the lifetime of a fake that runs until {@link #end} is called. */
    public FakeLifetime() {}

    /**
     * Ends it.
     *
     * @param endpoint where the fake ran, for example {@code http://127.0.0.1:41234}
     */
    public void end(String endpoint) {
        endedAt = Optional.of(endpoint);
    }

    /**
     * Checks that the fake still runs.
     *
     * @param request what was asked of the fake, for example {@code user("alice")}
     * @throws IllegalStateException if the fake is closed
     */
    public void requireRunning(String request) {
        endedAt.ifPresent(endpoint -> {
            throw new IllegalStateException(request + ": the fake at " + endpoint + " is closed. Call this before"
                    + " close() or stop(), or start another fake");
        });
    }
}
