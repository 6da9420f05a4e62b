package io.github.chimefake.internal.background;

import java.util.function.BooleanSupplier;

/** Something that the service does after it has responded. */
public interface Work {
    /** Returns what it is, with full ARNs, for example {@code processor arn:… for message 5f… in arn:…}. */
    String description();

    /**
     * Returns whether it runs user code, which may take any time. Only such work is named when a reset drops it: other
     * work changes only the state that the reset replaces.
     */
    default boolean runsUserCode() {
        return true;
    }

    /**
     * Does the work. No lock is held, so it may run user code, which may be interrupted.
     *
     * @param wanted returns false once a reset has dropped the work. A reset drops work before it restores the state,
     *     so whatever asks within a write of the state cannot change the state of the next generation
     */
    void run(BooleanSupplier wanted);
}
