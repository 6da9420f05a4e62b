package io.github.chimefake.internal.lifetime;

import java.util.Optional;

/** Whether users may close a fake, or an owner of several tests alone. */
public final class ClosePrevention {
    private final Runnable close;
    private volatile Optional<String> reason = Optional.empty();

    /** Creates one that permits closing. */
    public ClosePrevention(Runnable close) {
        this.close = close;
    }

    /** Prevents users from closing the fake. Returns an action that closes it nevertheless. */
    public Runnable begin(String because) {
        reason = Optional.of(because);
        return close;
    }

    /**
     * Checks that a user may close the fake.
     *
     * @throws IllegalStateException with the reason why not
     */
    public void check(String call) {
        reason.ifPresent(because -> {
            throw new IllegalStateException(call + ": " + because);
        });
    }
}
