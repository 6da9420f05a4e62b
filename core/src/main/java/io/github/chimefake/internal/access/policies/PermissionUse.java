package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import java.util.List;

/** Hears what callers were let do, and what they might have done. */
public interface PermissionUse {
    /**
     * Rules and policies let a call pass, or would have denied it softly.
     *
     * @param caller who called
     * @param action for example {@code chime:SendChannelMessage}
     * @param resource one of the ARNs that it was checked on, or {@code *}
     * @param statements those of the caller's policies that apply
     */
    void used(ChimeCaller caller, String action, String resource, List<MatchedStatement> statements);

    /** A caller was given an identity-based policy. */
    void granted(ChimeCaller caller, NamedPolicy policy);
}
