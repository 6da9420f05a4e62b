package io.github.chimefake.internal.access.policies;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicyEvaluator;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.evaluation.PolicyLimits;
import io.github.chimefake.internal.iam.evaluation.PolicySet;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The IAM policies of callers. A caller without policies may do everything, unless policies are required; a caller with
 * policies of any kind may do what they allow. As on AWS, all callers with the same user or role share its policies;
 * session policies apply to one session only.
 */
public final class CallerPolicies {
    private final CallContexts contexts;
    private final PermissionUse use;
    private final FakeLifetime lifetime;
    private PMap<String, Identity> byIdentity = HashTreePMap.empty();
    private PMap<String, Identity> reported = byIdentity;
    private boolean limited = true;

    /**
     * The policies that apply to one caller.
     *
     * @param attached the policies as they were attached
     * @param policies the same in the form for evaluation
     * @param warnings the warnings about them as text
     */
    private record Attachments(List<DefaultAttachedPolicy> attached, PolicySet policies, String warnings) {
        static Attachments of(List<DefaultAttachedPolicy> attached) {
            PolicySet policies = PolicySet.empty();
            for (DefaultAttachedPolicy each : attached) {
                policies = policies.with(each.layer(), each.policy());
            }
            String warnings = attached.stream()
                    .flatMap(each -> each.warnings().stream()
                            .map(warning -> " Doubtful in the "
                                    + PolicyKindNames.of(each.kind()).noun() + " \""
                                    + each.policy().name() + "\": " + warning + "."))
                    .distinct()
                    .collect(joining());
            return new Attachments(List.copyOf(attached), policies, warnings);
        }
    }

    /**
     * The policies of one user or role.
     *
     * @param attached the policies as they were attached, including session policies
     * @param shared the policies that apply to all its callers
     * @param bySession the policies that apply to a caller with session policies, by its unique identifier
     */
    private record Identity(
            List<DefaultAttachedPolicy> attached, Attachments shared, Map<String, Attachments> bySession) {
        static final Identity NONE = of(List.of());

        static Identity of(List<DefaultAttachedPolicy> attached) {
            Map<String, Attachments> bySession = attached.stream()
                    .filter(policy -> policy.kind() == PolicyKind.SESSION)
                    .map(policy -> policy.caller().uniqueId())
                    .distinct()
                    .collect(toUnmodifiableMap(
                            Function.identity(),
                            session -> applyingTo(
                                    attached,
                                    policy -> policy.kind() != PolicyKind.SESSION
                                            || policy.caller().uniqueId().equals(session))));
            return new Identity(
                    List.copyOf(attached),
                    applyingTo(attached, policy -> policy.kind() != PolicyKind.SESSION),
                    bySession);
        }

        private static Attachments applyingTo(
                List<DefaultAttachedPolicy> attached, Predicate<DefaultAttachedPolicy> applies) {
            return Attachments.of(attached.stream().filter(applies).toList());
        }

        Attachments applyingTo(ChimeCaller caller) {
            return bySession.getOrDefault(caller.uniqueId(), shared);
        }
    }

    /** The policies at one time. */
    public record Snapshot(PMap<String, Identity> byIdentity, boolean limited) {}

    /**
     * Creates an empty list, without a fake.
     *
     * @param contexts provides the condition keys of calls
     * @param use receives the policies that grant permissions, and the permissions that callers use
     */
    public CallerPolicies(CallContexts contexts, PermissionUse use) {
        this(contexts, use, new FakeLifetime());
    }

    /** Creates an empty list, which can be changed while its fake runs. */
    public CallerPolicies(CallContexts contexts, PermissionUse use, FakeLifetime lifetime) {
        this.contexts = contexts;
        this.use = use;
        this.lifetime = lifetime;
    }

    public DefaultAttachedPolicy attach(ChimeCaller caller, PolicyKind kind, NamedPolicy policy) {
        return attach(caller, PolicyLayer.of(kind), policy);
    }

    /**
     * Attaches a policy.
     *
     * @throws InvalidPolicyException if it exceeds a quota of AWS
     */
    public DefaultAttachedPolicy attach(ChimeCaller caller, PolicyLayer layer, NamedPolicy policy) {
        lifetime.requireRunning("A policy cannot be attached");
        DefaultAttachedPolicy attached =
                new DefaultAttachedPolicy(this, caller, layer, policy, policy.warnings(ChimeVocabulary.KNOWN));
        synchronized (this) {
            if (limited) {
                PolicyLimits.require(applyingTo(caller).policies().with(layer, policy), layer, caller.identityArn());
            }
            List<DefaultAttachedPolicy> more = new ArrayList<>(identity(caller).attached());
            more.add(attached);
            byIdentity = byIdentity.plus(caller.identityArn(), Identity.of(more));
        }
        reportGrant(attached);
        for (PolicyWarning warning : attached.warnings()) {
            System.getLogger(CallerPolicies.class.getName()).log(Level.WARNING, "In the {0}, {1}", attached, warning);
        }
        return attached;
    }

    /**
     * Checks a policy that is the only one of its kind before it is attached.
     *
     * @throws InvalidPolicyException if it exceeds a quota of AWS, unless policies are not limited
     */
    public void requireSize(PolicyKind kind, NamedPolicy policy) {
        boolean checked;
        synchronized (this) {
            checked = limited;
        }
        if (checked) {
            PolicyLayer layer = PolicyLayer.of(kind);
            PolicyLimits.require(PolicySet.empty().with(layer, policy), layer, "");
        }
    }

    private void reportGrant(DefaultAttachedPolicy attached) {
        if (attached.kind() == PolicyKind.IDENTITY) {
            use.granted(attached.caller(), attached.policy());
        }
    }

    synchronized void detach(DefaultAttachedPolicy policy) {
        List<DefaultAttachedPolicy> rest = identity(policy.caller()).attached().stream()
                .filter(other -> other != policy)
                .toList();
        byIdentity = rest.isEmpty()
                ? byIdentity.minus(policy.caller().identityArn())
                : byIdentity.plus(policy.caller().identityArn(), Identity.of(rest));
    }

    public synchronized void clear() {
        byIdentity = HashTreePMap.empty();
        limited = true;
    }

    /** Sets whether policies that are attached must keep AWS's quotas. */
    public synchronized void limit(boolean newLimited) {
        lifetime.requireRunning("The limits of policies cannot be changed");
        limited = newLimited;
    }

    private synchronized Identity identity(ChimeCaller caller) {
        return byIdentity.getOrDefault(caller.identityArn(), Identity.NONE);
    }

    private Attachments applyingTo(ChimeCaller caller) {
        return identity(caller).applyingTo(caller);
    }

    /** Returns the policies of all callers. */
    public synchronized List<DefaultAttachedPolicy> attached() {
        return byIdentity.values().stream()
                .flatMap(identity -> identity.attached().stream())
                .toList();
    }

    public List<DefaultAttachedPolicy> attached(ChimeCaller caller) {
        return applyingTo(caller).attached();
    }

    /**
     * Evaluates the caller's policies for each action that the call is checked for.
     *
     * @param required whether calls of a caller without policies are denied
     */
    public List<CheckedCall> check(Call call, boolean required) {
        return check(call, CheckedAction.of(call), required);
    }

    /**
     * Evaluates the caller's policies for the action of opening a messaging session.
     *
     * @param connect the connect as a call
     * @param user the user whose session it is
     */
    public List<CheckedCall> checkConnect(Call connect, Arn user, boolean required) {
        return check(connect, List.of(new CheckedAction("chime:Connect", List.of(user.text()))), required);
    }

    private List<CheckedCall> check(Call call, List<CheckedAction> actions, boolean required) {
        Attachments attachments = applyingTo(call.caller());
        boolean decides = required || !attachments.policies().isEmpty();
        Optional<RequestContext> context = decides ? Optional.of(contexts.requestContext(call)) : Optional.empty();
        boolean lacksBearer = decides && CheckedResources.lackBearer(call);
        List<CheckedCall> checked = new ArrayList<>(1);
        for (CheckedAction action : actions) {
            Optional<DefaultPolicyDecision> decision =
                    context.map(keys -> decide(attachments.policies(), call, action, keys));
            checked.add(new CheckedCall(call.caller(), action, decision, attachments.warnings(), lacksBearer));
        }
        return checked;
    }

    /** Reports the permissions that an allowed call used. */
    public void reportUse(List<CheckedCall> checked) {
        for (CheckedCall action : checked) {
            action.reportTo(use);
        }
    }

    private DefaultPolicyDecision decide(PolicySet policies, Call call, CheckedAction action, RequestContext context) {
        return PolicyEvaluator.evaluate(
                policies, action.name(), contexts.requestedResources(call, action.resources()), context);
    }

    /** Returns the current policies. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(byIdentity, limited);
    }

    /** Restores the policies of the snapshot. */
    public void restore(Snapshot snapshot) {
        boolean isReported;
        synchronized (this) {
            byIdentity = snapshot.byIdentity;
            limited = snapshot.limited;
            isReported = reported == byIdentity;
            reported = byIdentity;
        }
        if (!isReported) { // The snapshot may be from another fake.
            attached().forEach(this::reportGrant);
        }
    }
}
