package io.github.chimefake;

/**
 * The role of a user or bot in a channel. A user may have several roles: an administrator of the app instance may be a moderator and a
 * member as well, and every registered user that is not a member is a non-member.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/dg/auth-by-role.html">Authorization by role</a>
 * @since 0.1
 */
public enum ChannelRole {
    /** An administrator of the app instance (AppInstanceAdmin), in any channel. */
    ADMIN("an app instance admin"),
    /** A moderator of the channel, who need not be a member. */
    MODERATOR("a moderator of the channel"),
    /** A member of the channel, hidden ones included. */
    MEMBER("a member of the channel"),
    /** Registered, but not a member of the channel. */
    NON_MEMBER("not a member of the channel");

    private final String words;

    ChannelRole(String words) {
        this.words = words;
    }

    /** Returns a description, for example {@code a member of the channel}. */
    @Override
    public String toString() {
        return words;
    }
}
