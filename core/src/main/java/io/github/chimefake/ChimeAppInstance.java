package io.github.chimefake;

/**
 * An app instance of the fake, with its users and channels. These fixture methods bypass permission checks, are not recorded in the
 * journal, and do not consume faults. When the fake is closed, they throw an {@link IllegalStateException}. Thread-safe.
 *
 * @since 0.1
 */
public interface ChimeAppInstance {
    /** Returns the ARN, for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/…}. */
    String arn();

    /**
     * Returns the user with exactly this id; registers it, with the id as its display name, if it is not registered.
     *
     * @param id 1 to 64 letters, digits and {@code : - _ . @}, the first and last a letter or digit
     * @throws IllegalArgumentException if the id is not valid
     */
    ChimeUser user(String id);

    /**
     * Returns the user with exactly this id and this display name; registers it if it is not registered.
     *
     * @throws IllegalArgumentException if a user with this id is registered under another name, or {@code CreateAppInstanceUser} would
     *     not accept the name or the id
     */
    ChimeUser user(String id, String name);

    /**
     * Returns the bot with exactly this id; registers it, with the id as its display name, if it is not registered.
     *
     * @throws IllegalArgumentException if the id is not valid
     */
    ChimeUser bot(String id);

    /**
     * Returns the user with exactly this id as an administrator of this app instance; registers it if it is not registered.
     *
     * @throws IllegalArgumentException if the id is not valid
     */
    ChimeUser admin(String id);

    /**
     * Returns a user that is not registered: requests with it as the bearer get an {@code UnauthorizedClientException}, as from the real
     * service.
     *
     * @throws IllegalArgumentException if a user with this id is registered, or the id is not valid
     */
    ChimeUser unregistered(String id);

    /**
     * Removes this user or bot from the administrators; no effect if it is not one of them.
     *
     * @throws IllegalArgumentException if it is not registered
     */
    void demote(ChimeUser admin);

    /**
     * Changes the display name of this user or bot.
     *
     * @param name 1 to 100 characters, at least one of which is not white space
     * @return the user or bot with its new name
     * @throws IllegalArgumentException if it is not registered, or the name is not valid
     */
    ChimeUser rename(ChimeUser user, String name);

    /**
     * Deletes this user or bot with its memberships. Its messages stay. Afterwards, requests with it as the bearer get an
     * {@code UnauthorizedClientException}, as for any unregistered user.
     *
     * @throws IllegalArgumentException if it is not registered
     */
    void delete(ChimeUser user);

    /** Returns a builder for a channel with exactly this name. */
    ChannelBuilder channel(String name);

    /** Returns the ARN. */
    @Override
    String toString();
}
