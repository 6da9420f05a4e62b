package io.github.chimefake.messaging;

/**
 * What a bearer can be to a channel. Roles add up: an admin who is no member has the rights of both columns of the
 * {@link RoleMatrix}.
 */
enum Role {
    ADMIN("an app instance admin"),
    MODERATOR("a moderator of the channel"),
    MEMBER("a member of the channel"),
    NON_MEMBER("not a member of the channel");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
