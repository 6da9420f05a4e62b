package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.leastprivilege.ResourceScope;
import java.util.Optional;

/**
 * An action that a principal was allowed on a resource.
 *
 * @param principal the ARN to which policies are attached, {@code Caller.identityArn()}; for a session, that of its
 *     role
 * @param action for example {@code chime:SendChannelMessage}
 * @param resource the ARN that was checked, or {@code *}; or a pattern for many ARNs
 * @param isPattern whether the resource is a pattern
 */
record UsedPermission(String principal, String action, String resource, boolean isPattern) {
    /**
     * Returns the resource pattern that a policy needs to allow this, for the given scope; empty if no policy can
     * express it.
     */
    Optional<String> pattern(ResourceScope scope) {
        return isPattern && scope != ResourceScope.ANY_APP_INSTANCE
                ? Optional.of(resource)
                : ResourcePatterns.generalize(resource, scope);
    }
}
