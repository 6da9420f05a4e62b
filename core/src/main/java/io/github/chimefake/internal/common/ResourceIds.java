package io.github.chimefake.internal.common;

import java.util.regex.Pattern;

/** Ids that requests specify: {@code UserId} and {@code ChannelId} of the service models. */
public final class ResourceIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9:\\-_.@]{0,62}[A-Za-z0-9])?");

    private ResourceIds() {}

    /** Returns whether the id is valid for a user or channel. */
    public static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Checks that the id is valid for a user or channel.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static void require(String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException("Not a valid id: \"" + id
                    + "\". Expected 1 to 64 letters, digits and : - _ . @, the first and last a letter or digit");
        }
    }
}
