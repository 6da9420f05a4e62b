package io.github.chimefake;

import java.time.Duration;

/** How the fake's directory of users behaves. What is set here is part of the state that a reset restores. Thread-safe. */
public interface Directory {
    /**
     * Sets whether every well-formed user and bot of the fake's app instances counts as registered as soon as a call names it, for
     * programs that know their users from elsewhere. {@link ChimeAppInstance#unregistered} users are accepted then, too. By default
     * only registered users are accepted. A user that a write named while the directory was open stays registered.
     */
    void open(boolean open);

    /**
     * Sets how long after {@code CreateAppInstanceUser} a new user is accepted in {@code x-amz-chime-bearer}; until then it is denied
     * like an unregistered user. Zero by default. No such delay is known of the real service; this is for tests of programs that must
     * tolerate one. Users that the Java API registers are valid at once.
     *
     * @param delay by the fake's clock; not negative
     * @throws IllegalArgumentException if the delay is negative
     */
    void newUsersValidAfter(Duration delay);

    /**
     * Sets whether every {@code CreateAppInstanceUser} for an existing id fails with {@code ConflictException}, even with the same name
     * and metadata. By default such a request succeeds as the first one did, as AWS's own demonstrations need it.
     */
    void repeatedCreationFails(boolean fails);

    /** Sets everything here back to its default, until the next reset. Users stay registered. */
    void clear();
}
