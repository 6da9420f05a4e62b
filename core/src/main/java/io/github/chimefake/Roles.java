package io.github.chimefake;

/**
 * Entry point for overrides of the role matrix, which decides about the operations that a role in a channel may call. The overrides are
 * part of the state that a reset restores. Thread-safe.
 *
 * @since 0.1
 */
@Experimental
public interface Roles {
    /**
     * Overrides whether a role may call an operation on channels. Use it for the cells of the role matrix for which the real service's
     * behavior is not known, such as whether members may list moderators; {@code docs/fidelity.md} names them.
     *
     * @throws IllegalArgumentException if roles in a channel do not decide about the operation
     * @throws IllegalStateException if the fake is closed
     */
    void mayCall(ChannelRole role, Operation operation, boolean allowed);

    /**
     * Removes every override; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
