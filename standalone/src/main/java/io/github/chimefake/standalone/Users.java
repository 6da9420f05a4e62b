package io.github.chimefake.standalone;

import java.util.List;

/** The users that exist from the start. */
final class Users {
    /** The administrator of the app instance. */
    static final String ADMIN = "admin";

    static final List<String> MEMBERS = List.of("alice", "bob");

    private Users() {}
}
