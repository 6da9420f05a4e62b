package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * AWS's quotas for the size and the number of policies. A quota that can be raised counts as raised as far as possible, so that nothing
 * is rejected that an account can have. Sizes do not count white space.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and AWS STS quotas</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas for AWS
 *     Organizations</a>
 */
public final class PolicyLimits {
    private static final int MANAGED_POLICY = 6_144;
    private static final int SESSION_POLICY = 2_048;

    /** AWS doubled this quota and the next on 15 May 2026. */
    private static final int SERVICE_CONTROL_POLICY = 10_240;

    private static final int SERVICE_CONTROL_POLICIES_OF_A_LEVEL = 10;

    /** The root, five organizational units within each other, and the account. */
    private static final int LEVELS = 7;

    /** One that is passed as text, and ten that are named by their ARNs. */
    private static final int SESSION_POLICIES = 11;

    /**
     * What a principal can have of identity-based policies.
     *
     * @param noun the principal
     * @param managed how many managed policies
     * @param inline how large its inline policies may be together
     * @param largestInline how large one of them may be
     */
    private record Holder(String noun, int managed, int inline, int largestInline) {
        private static final Holder ROLE = new Holder("role", 25, 10_240, 10_240);

        /** With ten groups, each of which has ten managed policies and inline policies of 5,120 characters. */
        private static final Holder USER = new Holder("user with ten groups", 120, 2_048 + 10 * 5_120, 5_120);

        static List<Holder> of(String principalArn) {
            if (principalArn.contains(":user/")) {
                return List.of(USER);
            }
            return principalArn.contains("role/") ? List.of(ROLE) : List.of(ROLE, USER);
        }
    }

    private PolicyLimits() {}

    /**
     * Requires that a principal can have these policies.
     *
     * @param policies the policies, including the one that is added
     * @param layer the layer that it is added to
     * @param principalArn the ARN of the principal; empty if it is not known
     * @throws InvalidPolicyException if AWS has a quota that they exceed
     */
    public static void require(PolicySet policies, PolicyLayer layer, String principalArn) {
        List<NamedPolicy> ofLayer = policies.policies(layer);
        switch (layer.kind()) {
            case SERVICE_CONTROL -> {
                requireSize(ofLayer, SERVICE_CONTROL_POLICY, "a service control policy");
                requireCount(
                        ofLayer,
                        SERVICE_CONTROL_POLICIES_OF_A_LEVEL,
                        "service control policies of a level; attachServiceControl(\"root\", …) names a level");
                requireLevels(policies, ofLayer);
            }
            case PERMISSIONS_BOUNDARY -> {
                requireSize(ofLayer, MANAGED_POLICY, "a managed policy, which a permissions boundary is");
                requireCount(
                        ofLayer, 1, "permissions boundaries of a principal; close() the one that was attached before");
            }
            case SESSION -> {
                requireSize(ofLayer, SESSION_POLICY, "a session policy");
                requireCount(ofLayer, SESSION_POLICIES, "session policies, one as text and ten managed ones");
            }
            case IDENTITY -> requireRoom(ofLayer, Holder.of(principalArn));
        }
    }

    private static void requireSize(List<NamedPolicy> policies, int greatest, String ofWhat) {
        NamedPolicy added = last(policies);
        int size = added.document().size();
        if (size > greatest) {
            throw refused(
                    added,
                    "received " + size + " characters, not counting white space, expected at most " + greatest
                            + ", AWS's quota for the size of " + ofWhat);
        }
    }

    private static void requireCount(List<NamedPolicy> policies, int greatest, String ofWhat) {
        if (policies.size() > greatest) {
            throw refused(
                    last(policies),
                    "received " + policies.size() + " policies, expected at most " + greatest
                            + ", AWS's quota for the number of " + ofWhat);
        }
    }

    private static void requireLevels(PolicySet policies, List<NamedPolicy> ofLayer) {
        long levels = policies.requiredLayers().stream()
                .filter(layer -> !layer.level().isEmpty())
                .count();
        if (levels > LEVELS) {
            throw refused(
                    last(ofLayer),
                    "received the " + levels + "th level, expected at most " + LEVELS
                            + ", AWS's quota for the depth of an organization: the root, five organizational units and the"
                            + " account");
        }
    }

    /** The largest policies that can be managed ones are, and the others must fit among the inline policies. */
    private static void requireRoom(List<NamedPolicy> policies, List<Holder> holders) {
        if (holders.stream().noneMatch(holder -> hasRoom(policies, holder))) {
            Holder holder = holders.get(0);
            int left = inline(policies, holder).mapToInt(PolicyLimits::size).sum();
            throw refused(
                    last(policies),
                    "received " + size(last(policies)) + " characters, not counting white space, and with them "
                            + left + " that are not in managed policies; expected at most " + holder.managed()
                            + " managed policies of " + MANAGED_POLICY + " characters, AWS's quota for the size of a"
                            + " managed policy, and at most " + holder.inline()
                            + " characters otherwise, AWS's quota for the inline policies of a " + holder.noun());
        }
    }

    private static boolean hasRoom(List<NamedPolicy> policies, Holder holder) {
        return inline(policies, holder).allMatch(policy -> size(policy) <= holder.largestInline())
                && inline(policies, holder).mapToLong(PolicyLimits::size).sum() <= holder.inline();
    }

    private static Stream<NamedPolicy> inline(List<NamedPolicy> policies, Holder holder) {
        return Stream.concat(
                policies.stream().filter(policy -> size(policy) > MANAGED_POLICY),
                policies.stream()
                        .filter(policy -> size(policy) <= MANAGED_POLICY)
                        .sorted(Comparator.comparingInt(PolicyLimits::size).reversed())
                        .skip(holder.managed()));
    }

    private static int size(NamedPolicy policy) {
        return policy.document().size();
    }

    private static NamedPolicy last(List<NamedPolicy> policies) {
        return policies.get(policies.size() - 1);
    }

    private static InvalidPolicyException refused(NamedPolicy policy, String problem) {
        return PolicyErrors.named(
                policy.name(),
                PolicyErrors.at(
                        "$", problem + ". Split or shorten it, or call limitPolicies(false) until it is split"));
    }
}
