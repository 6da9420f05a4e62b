package io.github.chimefake.internal.identity;

import java.time.Duration;

/**
 * How the identity service behaves where users differ.
 *
 * @param newUsersValidAfter how long after its creation a user is accepted as a bearer
 * @param repeatedCreationRefused whether a user that exists is refused even if it is created again with the same name and
 *     metadata
 */
public record IdentitySettings(Duration newUsersValidAfter, boolean repeatedCreationRefused) {
    /** Users are valid at once, and creating the same user again does nothing. */
    public static final IdentitySettings DEFAULT = new IdentitySettings(Duration.ZERO, false);

    /** The same with new users valid as bearers so long after their creation. */
    public IdentitySettings withNewUsersValidAfter(Duration delay) {
        return new IdentitySettings(delay, repeatedCreationRefused);
    }

    /** The same with every second creation of a user refused, or not. */
    public IdentitySettings withRepeatedCreationRefused(boolean refused) {
        return new IdentitySettings(newUsersValidAfter, refused);
    }
}
