package io.github.chimefake.iam;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.internal.iam.simulator.DefaultPolicySimulator;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A simulator that decides whether IAM policies allow an action on resources, without a server and without AWS. It accepts actions of
 * any service and any condition key.
 *
 * <pre>{@code
 * PolicyDecision decision = PolicySimulator.create()
 *         .attach(policy("iam/chat-backend.json"))
 *         .attach(PERMISSIONS_BOUNDARY, policy("iam/boundary.json"))
 *         .principal("arn:aws:iam::111122223333:role/chat-backend")
 *         .contextKey("aws:PrincipalTag/tenant", "t1")
 *         .decide("chime:SendChannelMessage", userArn, channelArn);
 * assertThat(decision.isAllowed()).as(decision.explain()).isTrue();
 * }</pre>
 *
 * <p>A request has only those condition keys that were set: {@code aws:CurrentTime}, for example, is absent unless {@link #contextKey}
 * sets it.
 *
 * <p>Immutable and thread-safe: each step returns another simulator.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>, the
 *     corresponding operation of AWS
 * @since 0.1
 */
@CheckReturnValue
public interface PolicySimulator {
    /** Returns a simulator without policies, which denies everything. */
    static PolicySimulator create() {
        return DefaultPolicySimulator.EMPTY;
    }

    /**
     * Evaluates a request in JSON and returns the result in JSON, as {@code docs/policy-simulation.md} describes.
     *
     * @param json an object with the members {@code action}, {@code resources}, {@code principal}, {@code context} and, as lists of
     *     policies, {@code identityPolicies}, {@code permissionsBoundary}, {@code sessionPolicies} and {@code serviceControlPolicies};
     *     only {@code action} is required
     * @return an object with the member {@code results}, a list of objects with the members {@code resource}, {@code decision},
     *     {@code matchedStatements} and {@code explanation}
     * @throws InvalidSimulationException if the request does not have that form
     * @throws InvalidPolicyException if one of the policies is invalid
     */
    static String simulate(String json) {
        return DefaultPolicySimulator.simulate(json);
    }

    /**
     * Adds an identity-based policy.
     *
     * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
     */
    PolicySimulator attach(PolicyTemplate policy);

    /**
     * Adds a policy of this kind. Permissions boundaries, session policies and service control policies grant nothing: they limit what
     * identity-based policies grant.
     *
     * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
     */
    PolicySimulator attach(PolicyKind kind, PolicyTemplate policy);

    /**
     * Adds a service control policy on a level of the organization: its root, an organizational unit, or the account. A request must be
     * allowed on each level that has policies, as on AWS; those that are attached without a level count as one more.
     *
     * <pre>{@code
     * simulator.attachServiceControl("root", policy("scp/full-access.json"))
     *         .attachServiceControl("chat", policy("scp/chat-only.json"))
     * }</pre>
     *
     * @param level the name of the level, which explanations use
     * @throws InvalidPolicyException if it is not a valid policy or exceeds a quota of AWS; the message says where and why
     * @throws IllegalArgumentException if the name is blank
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
     *     evaluation</a>
     */
    PolicySimulator attachServiceControl(String level, PolicyTemplate policy);

    /**
     * Sets whether policies that are attached afterwards must keep AWS's quotas for the size and the number of policies; by default they
     * must.
     * {@code limitPolicies(false)} is for templates that are split only when they are deployed.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and AWS STS quotas</a>
     */
    PolicySimulator limitPolicies(boolean limited);

    /**
     * Sets the principal, and with it {@code aws:PrincipalArn}, {@code aws:PrincipalAccount}, {@code aws:PrincipalType}, for a
     * user, {@code aws:username}, and for a federated user or root, {@code aws:userid}. {@link #contextKey} overrides them.
     *
     * @throws IllegalArgumentException if it is not the ARN of a user, a role, an assumed role, a federated user or an account's root
     */
    PolicySimulator principal(String arn);

    /**
     * Sets a condition key of the request.
     *
     * @param key in any case; setting a key again replaces its values
     * @param values as text, for example {@code true}, {@code 10} or {@code 2026-11-22T10:00:00Z}; none for a key that is absent
     */
    PolicySimulator contextKey(String key, String... values);

    /**
     * Decides whether the action is allowed on every one of the resources.
     *
     * @param action for example {@code chime:SendChannelMessage}, in any case
     * @param resources ARNs; without any, {@code *}, for an action that has no resource
     */
    PolicyDecision decide(String action, String... resources);

    /**
     * Decides whether the action is allowed on every one of the resources, each of which has its own condition keys.
     *
     * @param action for example {@code chime:SendChannelMessage}, in any case
     * @param resources without any, {@code *}, for an action that has no resource
     */
    PolicyDecision decide(String action, List<CheckedResource> resources);

    /**
     * A resource, and the condition keys of the request that hold for this resource only, such as its tags. Immutable: each step
     * returns another resource.
     *
     * <pre>{@code
     * CheckedResource.of(channelArn).contextKey("aws:ResourceTag/tenant", "t1")
     * }</pre>
     *
     * @since 0.1
     */
    @CheckReturnValue
    final class CheckedResource {
        private final String arn;
        private final Map<String, List<String>> contextKeys;

        private CheckedResource(String arn, Map<String, List<String>> contextKeys) {
            this.arn = arn;
            this.contextKeys = contextKeys;
        }

        /**
         * Returns a resource without its own condition keys.
         *
         * @param arn the ARN, or {@code *} for an action that has no resource
         */
        public static CheckedResource of(String arn) {
            return new CheckedResource(arn, Map.of());
        }

        /**
         * Sets a condition key for this resource. Overrides the key of the request.
         *
         * @param key in any case; setting a key again replaces its values
         * @param values as text; none to remove the key, so that the one of the request applies
         */
        public CheckedResource contextKey(String key, String... values) {
            Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            changed.putAll(contextKeys);
            changed.remove(key);
            if (values.length > 0) {
                changed.put(key, List.of(values));
            }
            return new CheckedResource(arn, Collections.unmodifiableMap(changed));
        }

        /** Returns the ARN, or {@code *}. */
        public String arn() {
            return arn;
        }

        /** Returns the condition keys that were set for this resource, sorted, with their values. */
        public Map<String, List<String>> contextKeys() {
            return contextKeys;
        }

        /** Returns the ARN, followed by the condition keys if there are any. */
        @Override
        public String toString() {
            return contextKeys.isEmpty() ? arn : arn + " " + contextKeys;
        }
    }
}
