package io.github.chimefake;

/** What roles in a channel may do. What is set here is part of the state that a reset restores. Thread-safe. */
@Experimental
public interface Roles {
    /**
     * Overrides whether a role may call an operation on channels, for the cells of the role matrix in which the real service is not
     * known, such as whether members may list moderators; {@code docs/fidelity.md} names them.
     *
     * @throws IllegalArgumentException if roles in a channel do not decide about the operation
     */
    void mayCall(ChannelRole role, Operation operation, boolean allowed);

    /** Removes every override; the next reset restores those of the baseline. */
    void clear();
}
