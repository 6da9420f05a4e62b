package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.leastprivilege.ResourceScope;
import java.util.Optional;

/**
 * What a principal was let do.
 *
 * @param principal what policies are attached to, {@code Caller.identityArn()}: what a session needs, its role needs
 * @param action for example {@code chime:SendChannelMessage}
 * @param resource the ARN that it was checked on, or {@code *}; or a pattern for many
 * @param isPattern whether the resource stands for many that are not told apart
 */
record UsedPermission(String principal, String action, String resource, boolean isPattern) {
    /** What a policy that is to allow this names, as far as the scope reaches; empty if no policy can name it. */
    Optional<String> pattern(ResourceScope scope) {
        return isPattern && scope != ResourceScope.ANY_APP_INSTANCE
                ? Optional.of(resource)
                : ResourcePatterns.generalize(resource, scope);
    }
}
