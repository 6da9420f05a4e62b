package io.github.chimefake.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.NamedPolicy;
import io.github.chimefake.iam.PolicyDocument;

/** A sentence about what one caller may do: rules, as about anyone, and IAM policies, which only callers have. */
public final class CallerPermissionSelection extends PermissionSelection {
    private final ChimeCaller caller;

    CallerPermissionSelection(PermissionRules rules, CallerPolicies policies, CallFilter filter, ChimeCaller caller) {
        super(rules, policies, RuleTerms.ANY.with(filter));
        this.caller = caller;
    }

    /**
     * Attaches an identity-based policy to the caller. From its first policy on, the caller may do what its policies allow and
     * nothing else; what they deny is answered as on AWS, with an {@code AccessDeniedException} 403 that no SDK models.
     *
     * <pre>{@code
     * chime.permissions().by(backend).attach("chat-backend", Files.readString(Path.of("iam/chat-backend.json")));
     * }</pre>
     *
     * @param name stands in explanations
     * @param json the policy document. Its conditions and policy variables see the caller (tags, user id, source address),
     *     the tags of the request and of the resources, the fake's time and region, and a secure transport
     * @throws InvalidPolicyException if the document is not a valid identity-based policy; says where and why
     */
    @CanIgnoreReturnValue
    public CallerPermissionSelection attach(String name, String json) {
        policies.attach(caller, new NamedPolicy(name, PolicyDocument.parse(json)));
        return this;
    }
}
