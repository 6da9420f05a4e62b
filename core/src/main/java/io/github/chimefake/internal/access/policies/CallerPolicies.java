package io.github.chimefake.internal.access.policies;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicyEvaluator;
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
 * The IAM policies of callers. A caller that has none may do everything, unless every caller must have one; one that has some, of
 * whatever kind, may do what they allow. As on AWS, all callers with one user or role have its policies in common; session policies
 * belong to the session alone.
 */
public final class CallerPolicies {
    private final CallContexts contexts;
    private final PermissionUse use;
    private final FakeLifetime lifetime;
    private PMap<String, Identity> byIdentity = HashTreePMap.empty();
    private PMap<String, Identity> granted = byIdentity;

    /**
     * The policies that act on one caller.
     *
     * @param attached as they were attached
     * @param policies as they are evaluated
     * @param warnings what is doubtful in them, in words
     */
    private record Attachments(List<DefaultAttachedPolicy> attached, PolicySet policies, String warnings) {
        static Attachments of(List<DefaultAttachedPolicy> attached) {
            PolicySet policies = PolicySet.empty();
            for (DefaultAttachedPolicy each : attached) {
                policies = policies.with(each.kind(), each.policy());
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
     * @param attached as they were attached, those of its sessions included
     * @param shared those that act on all its callers
     * @param bySession those that act on a caller with session policies of its own, by its unique identifier
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
                            session -> actingOn(
                                    attached,
                                    policy -> policy.kind() != PolicyKind.SESSION
                                            || policy.caller().uniqueId().equals(session))));
            return new Identity(
                    List.copyOf(attached),
                    actingOn(attached, policy -> policy.kind() != PolicyKind.SESSION),
                    bySession);
        }

        private static Attachments actingOn(
                List<DefaultAttachedPolicy> attached, Predicate<DefaultAttachedPolicy> acts) {
            return Attachments.of(attached.stream().filter(acts).toList());
        }

        Attachments actingOn(ChimeCaller caller) {
            return bySession.getOrDefault(caller.uniqueId(), shared);
        }
    }

    /** The policies at one moment, to go back to. */
    public record Snapshot(PMap<String, Identity> byIdentity) {}

    /**
     * No policies yet.
     *
     * @param contexts what conditions are held against
     * @param use hears of each policy that grants something, and of what callers are let do
     */
    public CallerPolicies(CallContexts contexts, PermissionUse use) {
        this(contexts, use, new FakeLifetime());
    }

    /** Creates a list without policies, which can be changed while its fake runs. */
    public CallerPolicies(CallContexts contexts, PermissionUse use, FakeLifetime lifetime) {
        this.contexts = contexts;
        this.use = use;
        this.lifetime = lifetime;
    }

    public DefaultAttachedPolicy attach(ChimeCaller caller, PolicyKind kind, NamedPolicy policy) {
        lifetime.requireRunning("A policy cannot be attached");
        DefaultAttachedPolicy attached =
                new DefaultAttachedPolicy(this, caller, kind, policy, policy.warnings(ChimeVocabulary.KNOWN));
        synchronized (this) {
            List<DefaultAttachedPolicy> more = new ArrayList<>(identity(caller).attached());
            more.add(attached);
            byIdentity = byIdentity.plus(caller.identityArn(), Identity.of(more));
        }
        granted(attached);
        for (PolicyWarning warning : attached.warnings()) {
            System.getLogger(CallerPolicies.class.getName()).log(Level.WARNING, "In the {0}, {1}", attached, warning);
        }
        return attached;
    }

    private void granted(DefaultAttachedPolicy attached) {
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
    }

    private synchronized Identity identity(ChimeCaller caller) {
        return byIdentity.getOrDefault(caller.identityArn(), Identity.NONE);
    }

    private Attachments actingOn(ChimeCaller caller) {
        return identity(caller).actingOn(caller);
    }

    /** Returns the policies of all callers. */
    public synchronized List<DefaultAttachedPolicy> attached() {
        return byIdentity.values().stream()
                .flatMap(identity -> identity.attached().stream())
                .toList();
    }

    public List<DefaultAttachedPolicy> attached(ChimeCaller caller) {
        return actingOn(caller).attached();
    }

    /**
     * What the caller's policies decide about each action that the call is checked for.
     *
     * @param required whether a caller without policies may do nothing
     */
    public List<CheckedCall> check(Call call, boolean required) {
        Attachments attachments = actingOn(call.caller());
        boolean decides = required || !attachments.policies().isEmpty();
        Optional<RequestContext> context = decides ? Optional.of(contexts.requestContext(call)) : Optional.empty();
        boolean lacksBearer = decides && CheckedResources.lackBearer(call);
        List<CheckedCall> checked = new ArrayList<>(1);
        for (CheckedAction action : CheckedAction.of(call)) {
            Optional<DefaultPolicyDecision> decision =
                    context.map(keys -> decide(attachments.policies(), call, action, keys));
            checked.add(new CheckedCall(call.caller(), action, decision, attachments.warnings(), lacksBearer));
        }
        return checked;
    }

    /** Tells what a call that was let pass needed. */
    public void noteUse(List<CheckedCall> checked) {
        for (CheckedCall action : checked) {
            action.reportTo(use);
        }
    }

    private DefaultPolicyDecision decide(PolicySet policies, Call call, CheckedAction action, RequestContext context) {
        return PolicyEvaluator.evaluate(
                policies, action.name(), contexts.requestedResources(call, action.resources()), context);
    }

    /** The policies as they are attached now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(byIdentity);
    }

    /** Goes back to the policies of the snapshot. */
    public void restore(Snapshot snapshot) {
        boolean known;
        synchronized (this) {
            byIdentity = snapshot.byIdentity;
            known = granted == byIdentity;
            granted = byIdentity;
        }
        if (!known) { // Those of another fake, perhaps.
            attached().forEach(this::granted);
        }
    }
}
