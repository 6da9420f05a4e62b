package io.github.chimefake.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicyTemplate;
import java.util.List;

/** A sentence about what one caller may do: rules, as about anyone, and IAM policies, which only callers have. */
public final class CallerPermissionSelection extends PermissionSelection {
    private final ChimeCaller caller;

    CallerPermissionSelection(PermissionRules rules, CallerPolicies policies, CallFilter filter, ChimeCaller caller) {
        super(rules, policies, RuleTerms.ANY.with(filter));
        this.caller = caller;
    }

    /**
     * Attaches an identity-based policy to the caller's user or role, and so to all callers that have it in common: the other
     * sessions of the role, or the client of {@code chime.clientFor(alice)} for {@code user/alice}. From its first policy on, of whatever kind, the caller may do what its
     * policies allow and nothing else; what they deny is answered as on AWS, with an {@code AccessDeniedException} 403 that no
     * SDK models.
     *
     * <pre>{@code
     * chime.permissions().by(backend).attach(policy("iam/chat-backend.json"));
     * }</pre>
     *
     * <p>Its conditions and policy variables see the caller (tags, user id, source address, {@link ChimeCaller#contextKey}), the
     * tags of the request and of the resources, the fake's time and region, and a secure transport.
     *
     * @throws InvalidPolicyException if it is not a valid policy; says where and why
     */
    @CanIgnoreReturnValue
    public AttachedPolicy attach(PolicyTemplate policy) {
        return attach(PolicyKind.IDENTITY, policy);
    }

    /**
     * Attaches the identity-based policy with this text.
     *
     * @param name stands in explanations
     * @param json the policy document, for example what an SDK {@code IamPolicy} gives as {@code toJson()}
     * @throws InvalidPolicyException if it is not a valid policy; says where and why
     */
    @CanIgnoreReturnValue
    public AttachedPolicy attach(String name, String json) {
        return attach(PolicyTemplate.policy(name, json));
    }

    /**
     * Attaches a policy of some kind to the caller. Permissions boundaries, session policies and service control policies grant
     * nothing: they limit what identity-based policies do. A session policy is the caller's own; all others are those of its user
     * or role.
     *
     * <pre>{@code
     * chime.permissions().by(backend).attach(PERMISSIONS_BOUNDARY, policy("iam/boundary.json"));
     * }</pre>
     *
     * @throws InvalidPolicyException if it is not a valid policy; says where and why
     */
    @CanIgnoreReturnValue
    public AttachedPolicy attach(PolicyKind kind, PolicyTemplate policy) {
        return policies.attach(caller, kind, policy.read());
    }

    /** The policies that act on the caller, those that were attached to another with the same user or role included. */
    public List<AttachedPolicy> attachedPolicies() {
        return policies.attached(caller);
    }
}
