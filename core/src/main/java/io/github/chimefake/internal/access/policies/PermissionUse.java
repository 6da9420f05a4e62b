package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import java.util.List;

/** Receives the permissions that callers used, and those that they were granted. */
public interface PermissionUse {
    /**
     * Receives a permission that was used: a call was allowed, or was denied in audit mode only.
     *
     * @param caller the caller
     * @param action for example {@code chime:SendChannelMessage}
     * @param resource one of the ARNs that it was checked on, or {@code *}
     * @param statements the statements of the caller's policies that apply
     */
    void used(ChimeCaller caller, String action, String resource, List<MatchedStatement> statements);

    /** Receives an identity-based policy that was attached to a caller. */
    void granted(ChimeCaller caller, NamedPolicy policy);
}
