package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.access.policies.DefaultAttachedPolicy;
import io.github.chimefake.internal.access.policies.PermissionUse;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.ResourceScope;
import io.github.chimefake.leastprivilege.UsedPermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Adds up what callers were let do since the fake was started, resets or not. It grows with what is called, not with how often: each
 * action on each resource counts once, and beyond so many of them, each action on each kind of resource in an app instance.
 */
public final class UsageLedger implements PermissionUse {
    /** About as many ARNs as take up ten megabytes. */
    private static final int MOST_EXACT_USES = 20_000;

    private final int mostExactUses;
    private final Map<Use, Set<MatchedStatement>> uses = new ConcurrentHashMap<>();
    private final Set<Grant> grants = ConcurrentHashMap.newKeySet();
    private final List<DefaultRecording> recordings = new CopyOnWriteArrayList<>();

    /** Nothing was called yet. */
    public UsageLedger() {
        this(MOST_EXACT_USES);
    }

    /**
     * Nothing was called yet.
     *
     * @param mostExactUses how many actions on single resources are kept apart
     */
    UsageLedger(int mostExactUses) {
        this.mostExactUses = mostExactUses;
    }

    @Override
    public void used(ChimeCaller caller, String action, String resource, List<MatchedStatement> statements) {
        for (DefaultRecording recording : recordings) {
            recording.own().used(caller, action, resource, statements);
        }
        Use exact = new Use(caller.identityArn(), action, resource, false);
        Set<MatchedStatement> known = uses.get(exact);
        if (known != null) {
            known.addAll(statements);
        } else if (uses.size() < mostExactUses) {
            note(exact, statements);
        } else {
            ResourcePatterns.of(ResourceScope.APP_INSTANCE, resource)
                    .ifPresent(pattern -> note(new Use(exact.principal(), action, pattern, true), statements));
        }
    }

    private void note(Use use, List<MatchedStatement> statements) {
        uses.computeIfAbsent(use, unknown -> ConcurrentHashMap.newKeySet()).addAll(statements);
    }

    @Override
    public void granted(ChimeCaller caller, NamedPolicy policy) {
        recordings.forEach(recording -> recording.own().granted(caller, policy));
        grants.add(new Grant(caller.identityArn(), policy));
    }

    /**
     * Begins to note what is let pass from now on by itself as well.
     *
     * @param attached what callers have already
     */
    public PermissionRecording record(List<DefaultAttachedPolicy> attached) {
        DefaultRecording recording = new DefaultRecording(this);
        attached.stream()
                .filter(policy -> policy.kind() == PolicyKind.IDENTITY)
                .forEach(policy -> recording.own().granted(policy.caller(), policy.policy()));
        recordings.add(recording);
        return recording;
    }

    void forget(DefaultRecording recording) {
        recordings.remove(recording);
    }

    /** What was let pass so far. */
    public UsedPermissions soFar() {
        Map<Use, Set<MatchedStatement>> copy = new HashMap<>();
        uses.forEach((use, statements) -> copy.put(use, Set.copyOf(statements)));
        return new DefaultUsedPermissions(copy, Set.copyOf(grants), ResourceScope.APP_INSTANCE);
    }
}
