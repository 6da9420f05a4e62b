package io.github.chimefake.leastprivilege;

import java.util.Optional;

/**
 * What a principal was let do.
 *
 * @param principal as policies are attached to it: a user, or the role and not the session
 * @param action for example {@code chime:SendChannelMessage}
 * @param resource the ARN that it was checked on, or {@code *}; or a pattern for many
 * @param isPattern whether the resource stands for many that are not told apart
 */
record Use(String principal, String action, String resource, boolean isPattern) {
    private static final String SESSION_OF_ROLE = ":assumed-role/";

    /** Whom policies are attached to: sessions come and go, and what one of them needs, its role needs. */
    static String principal(String principalArn) {
        int role = principalArn.indexOf(SESSION_OF_ROLE);
        int session = role < 0 ? -1 : principalArn.indexOf('/', role + SESSION_OF_ROLE.length());
        return session < 0 ? principalArn : principalArn.substring(0, session);
    }

    /** What a policy that is to allow this names, as far as the scope reaches; empty if no policy can name it. */
    Optional<String> pattern(ResourceScope scope) {
        return isPattern && scope != ResourceScope.ANY_APP_INSTANCE ? Optional.of(resource) : scope.pattern(resource);
    }
}
