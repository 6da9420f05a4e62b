package io.github.chimefake.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicyTemplate;
import java.util.List;

/**
 * Entry point for permissions: rules that deny or allow calls, and IAM policies of callers. Each selecting method starts a rule on
 * any call. Thread-safe.
 *
 * @since 0.1
 */
public interface Permissions extends PermissionSelection {
    /** Selects calls signed by this caller, with any of its access keys. A caller may have IAM policies as well. */
    @Override
    CallerPermissionSelection by(ChimeCaller caller);

    /**
     * Starts a rule on connects of messaging sessions. Other rules apply to calls only.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    ConnectPermissionSelection onConnect();

    /**
     * Sets whether IAM policies are enforced, as by default, or only reported. In audit mode, the journal reports the calls that the
     * policies would have denied ({@code RecordedCall.auditModeDenial()}). Rules deny in both modes.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void policyMode(PolicyMode mode);

    /**
     * Sets the error of calls that IAM policies deny; by default {@code ACCESS_DENIED}, AWS's {@code AccessDeniedException} 403.
     * {@code policyDenialError(UNAUTHORIZED_CLIENT)} is for tests of code that expects the modeled 401 where a permission is missing;
     * the explanation then names the error that AWS would have sent.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void policyDenialError(ChimeError error);

    /**
     * Sets whether all calls of callers without any policy are denied, as on AWS. By default they are allowed. This includes
     * {@code chime.caller()}, which signs the requests of the ready clients: attach a policy to it, or their calls are denied.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void requirePolicies(boolean required);

    /**
     * Sets whether policies that are attached afterwards must keep AWS's quotas for the size and the number of policies; by default they
     * must.
     * {@code limitPolicies(false)} is for templates that are split only when they are deployed.
     *
     * @throws IllegalStateException if the fake is closed
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and AWS STS quotas</a>
     */
    void limitPolicies(boolean limited);

    /** Returns every policy that is currently attached, with its warnings. */
    List<AttachedPolicy> attachedPolicies();

    /**
     * Removes every rule, detaches every policy, and sets {@link #policyMode}, {@link #policyDenialError}, {@link #requirePolicies} and
     * {@link #limitPolicies} back to their defaults, those of the baseline included; the next reset restores the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();

    /**
     * A selection of calls signed by one caller, which may have IAM policies as well as rules. Immutable and thread-safe.
     *
     * @since 0.1
     */
    interface CallerPermissionSelection extends PermissionSelection {
        /**
         * Attaches an identity-based policy to the caller's user or role, and so to all callers with the same user or role, such as
         * other sessions of the role. Once it has a policy of any kind, calls that its policies do not allow get an
         * {@code AccessDeniedException} 403, as on AWS, which no SDK models.
         *
         * <pre>{@code
         * chime.permissions().by(backend).attach(policy("iam/chat-backend.json"));
         * }</pre>
         *
         * <p>Conditions and policy variables can use properties of the caller (tags, user id, source address,
         * {@link ChimeCaller#contextKey}), the tags of the request and of the resources, the fake's time and region, and a secure
         * transport.
         *
         * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
         * @throws IllegalStateException if the fake is closed
         */
        @CanIgnoreReturnValue
        AttachedPolicy attach(PolicyTemplate policy);

        /**
         * Attaches an identity-based policy with this text to the caller's user or role.
         *
         * @param name the policy's name in explanations
         * @param json the policy document, for example what an SDK {@code IamPolicy} returns from {@code toJson()}
         * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
         * @throws IllegalStateException if the fake is closed
         */
        @CanIgnoreReturnValue
        AttachedPolicy attach(String name, String json);

        /**
         * Attaches a policy of the given kind. Permissions boundaries, session policies and service control policies grant nothing: they
         * limit what identity-based policies grant. A session policy belongs to the caller alone, every other policy to its user or
         * role.
         *
         * <pre>{@code
         * chime.permissions().by(backend).attach(PERMISSIONS_BOUNDARY, policy("iam/boundary.json"));
         * }</pre>
         *
         * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
         * @throws IllegalStateException if the fake is closed
         */
        @CanIgnoreReturnValue
        AttachedPolicy attach(PolicyKind kind, PolicyTemplate policy);

        /**
         * Attaches a service control policy on a level of the organization: its root, an organizational unit, or the account. A call
         * must be allowed on each level that has policies, as on AWS; those that are attached without a level count as one more.
         *
         * @param level the name of the level, which explanations use, for example {@code root}
         * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
         * @throws IllegalArgumentException if the name is blank
         * @throws IllegalStateException if the fake is closed
         */
        @CanIgnoreReturnValue
        AttachedPolicy attachServiceControl(String level, PolicyTemplate policy);

        /** Returns the policies that apply to the caller, including those attached through another caller of the same user or role. */
        List<AttachedPolicy> attachedPolicies();
    }
}
