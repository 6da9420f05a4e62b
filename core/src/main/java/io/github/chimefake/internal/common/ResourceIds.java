package io.github.chimefake.internal.common;

import java.util.regex.Pattern;

/** Ids that callers choose themselves: {@code UserId} and {@code ChannelId} of the service models. */
public final class ResourceIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9:\\-_.@]{0,62}[A-Za-z0-9])?");

    private ResourceIds() {}

    /** Whether a user or channel may have this id. */
    public static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Checks that a user or channel may have this id.
     *
     * @throws IllegalArgumentException if it may not
     */
    public static void require(String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException("Not a valid id: \"" + id
                    + "\". Expected 1 to 64 letters, digits and : - _ . @, the first and last a letter or digit");
        }
    }
}
