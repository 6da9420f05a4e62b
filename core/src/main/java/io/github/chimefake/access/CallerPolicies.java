package io.github.chimefake.access;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.iam.NamedPolicy;
import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicyEvaluator;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicySet;
import io.github.chimefake.iam.RequestContext;
import io.github.chimefake.iam.ServiceVocabulary;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The IAM policies of callers. A caller that has none may do everything, unless every caller must have one; one that has some, of
 * whatever kind, may do what they allow.
 */
public final class CallerPolicies {
    private static final Logger LOG = System.getLogger(CallerPolicies.class.getName());

    /** Read once, as it never changes: that was half of what new rooms cost (measured). */
    private static final ServiceVocabulary VOCABULARY = ChimeVocabulary.read();

    private final CallContexts contexts;
    private final PermissionUse use;
    private PMap<String, Attachments> byUniqueId = HashTreePMap.empty();
    private PMap<String, Attachments> granted = byUniqueId;

    /**
     * The policies of one caller.
     *
     * @param attached as they were attached
     * @param policies as they are evaluated
     * @param warnings what is doubtful in them, in words
     */
    private record Attachments(List<AttachedPolicy> attached, PolicySet policies, String warnings) {
        static final Attachments NONE = of(List.of());

        static Attachments of(List<AttachedPolicy> attached) {
            PolicySet policies = PolicySet.empty();
            for (AttachedPolicy each : attached) {
                policies = policies.with(each.kind(), each.policy());
            }
            String warnings = attached.stream()
                    .flatMap(each -> each.warnings().stream()
                            .map(warning -> " Doubtful in the " + each.kind().noun() + " \""
                                    + each.policy().name() + "\": " + warning + "."))
                    .distinct()
                    .collect(joining());
            return new Attachments(List.copyOf(attached), policies, warnings);
        }
    }

    /** The policies at one moment, to go back to. */
    public static final class Snapshot {
        private final PMap<String, Attachments> byUniqueId;

        private Snapshot(PMap<String, Attachments> byUniqueId) {
            this.byUniqueId = byUniqueId;
        }
    }

    /**
     * No policies yet.
     *
     * @param contexts what conditions are held against
     * @param use hears of each policy that grants something, and of what callers are let do
     */
    public CallerPolicies(CallContexts contexts, PermissionUse use) {
        this.contexts = contexts;
        this.use = use;
    }

    AttachedPolicy attach(ChimeCaller caller, PolicyKind kind, NamedPolicy policy) {
        AttachedPolicy attached =
                new AttachedPolicy(this, caller, kind, policy, policy.document().warnings(VOCABULARY));
        synchronized (this) {
            List<AttachedPolicy> more = new ArrayList<>(of(caller).attached());
            more.add(attached);
            byUniqueId = byUniqueId.plus(caller.uniqueId(), Attachments.of(more));
        }
        granted(attached);
        attached.warnings().forEach(warning -> LOG.log(Level.WARNING, "In the {0}, {1}", attached, warning));
        return attached;
    }

    private void granted(AttachedPolicy attached) {
        if (attached.kind() == PolicyKind.IDENTITY) {
            use.granted(attached.caller(), attached.policy());
        }
    }

    synchronized void detach(AttachedPolicy policy) {
        List<AttachedPolicy> rest = of(policy.caller()).attached().stream()
                .filter(other -> other != policy)
                .toList();
        byUniqueId = rest.isEmpty()
                ? byUniqueId.minus(policy.caller().uniqueId())
                : byUniqueId.plus(policy.caller().uniqueId(), Attachments.of(rest));
    }

    synchronized void clear() {
        byUniqueId = HashTreePMap.empty();
    }

    private synchronized Attachments of(ChimeCaller caller) {
        return byUniqueId.getOrDefault(caller.uniqueId(), Attachments.NONE);
    }

    synchronized List<AttachedPolicy> attached() {
        return byUniqueId.values().stream()
                .flatMap(attachments -> attachments.attached().stream())
                .toList();
    }

    List<AttachedPolicy> attached(ChimeCaller caller) {
        return of(caller).attached();
    }

    /**
     * What the caller's policies decide about each action that the call is checked for.
     *
     * @param required whether a caller without policies may do nothing
     */
    List<CheckedCall> check(Call call, boolean required) {
        Attachments attachments = of(call.caller());
        boolean decides = required || !attachments.policies().isEmpty();
        Optional<RequestContext> context = decides ? Optional.of(contexts.of(call)) : Optional.empty();
        return CheckedAction.of(call).stream()
                .map(action -> new CheckedCall(
                        call.caller(),
                        action,
                        context.map(keys -> decide(attachments.policies(), action, keys)),
                        attachments.warnings()))
                .toList();
    }

    /** Tells what a call that was let pass needed. */
    void noteUse(List<CheckedCall> checked) {
        checked.forEach(action -> action.reportTo(use));
    }

    private PolicyDecision decide(PolicySet policies, CheckedAction action, RequestContext context) {
        return PolicyEvaluator.evaluate(policies, action.name(), contexts.resources(action.resources()), context);
    }

    /** The policies as they are attached now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(byUniqueId);
    }

    /** Goes back to the policies of the snapshot. */
    public void restore(Snapshot snapshot) {
        boolean known;
        synchronized (this) {
            byUniqueId = snapshot.byUniqueId;
            known = granted == byUniqueId;
            granted = byUniqueId;
        }
        if (!known) { // Those of another fake, perhaps.
            attached().forEach(this::granted);
        }
    }
}
