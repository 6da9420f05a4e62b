package io.github.chimefake;

import java.time.Duration;

/**
 * Entry point for settings of the fake's directory of users. The settings are part of the state that a reset restores. Thread-safe.
 *
 * @since 0.1
 */
public interface Directory {
    /**
     * Sets whether every well-formed user and bot of the fake's app instances counts as registered as soon as a call names it, for
     * programs that do not register their users themselves. {@link ChimeAppInstance#unregistered} users are accepted then, too. By default
     * only registered users are accepted. A user that a write operation named while the directory was open stays registered.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void open(boolean open);

    /**
     * Sets how long after {@code CreateAppInstanceUser} a new user is accepted in {@code x-amz-chime-bearer}; until then it is denied
     * like an unregistered user. Zero by default. The real service is not known to have such a delay; this is for tests of programs that
     * must tolerate one. Users that the Java API registers are accepted immediately.
     *
     * @param delay by the fake's clock; not negative
     * @throws IllegalArgumentException if the delay is negative
     * @throws IllegalStateException if the fake is closed
     */
    void newUsersValidAfter(Duration delay);

    /**
     * Sets whether every {@code CreateAppInstanceUser} for an existing id fails with {@code ConflictException}, even with the same name
     * and metadata. By default such a request succeeds as the first one did, because AWS's demonstrations rely on that.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void repeatedCreationFails(boolean fails);

    /**
     * Sets all of these settings back to their defaults, until the next reset. Users stay registered.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
