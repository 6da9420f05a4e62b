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
 * Records the permissions used since the fake was started. Not cleared by {@code reset()}.
 *
 * <p>Its size depends on the number of different permissions, not of calls. Each action on each resource is recorded
 * once. Beyond a limit, each action is recorded once per resource type and app instance.
 */
public final class PermissionRecorder implements PermissionUse {
    /** This many ARNs take about 10 MB. */
    private static final int MAX_EXACT_PERMISSIONS = 20_000;

    private final int maxExactPermissions;
    private final Map<UsedPermission, Set<MatchedStatement>> used = new ConcurrentHashMap<>();
    private final Set<PolicyAttachment> attachments = ConcurrentHashMap.newKeySet();
    private final List<DefaultPermissionRecording> recordings = new CopyOnWriteArrayList<>();

    /** Creates an empty recorder. */
    public PermissionRecorder() {
        this(MAX_EXACT_PERMISSIONS);
    }

    /**
     * Creates an empty recorder.
     *
     * @param maxExactPermissions the number of permissions after which resources are generalized
     */
    PermissionRecorder(int maxExactPermissions) {
        this.maxExactPermissions = maxExactPermissions;
    }

    @Override
    public void used(ChimeCaller caller, String action, String resource, List<MatchedStatement> statements) {
        for (DefaultPermissionRecording recording : recordings) {
            recording.recorder().used(caller, action, resource, statements);
        }
        UsedPermission exact = new UsedPermission(caller.identityArn(), action, resource, false);
        Set<MatchedStatement> known = used.get(exact);
        if (known != null) {
            known.addAll(statements);
        } else if (used.size() < maxExactPermissions) {
            add(exact, statements);
        } else {
            ResourcePatterns.generalize(resource, ResourceScope.APP_INSTANCE)
                    .ifPresent(
                            pattern -> add(new UsedPermission(exact.principal(), action, pattern, true), statements));
        }
    }

    private void add(UsedPermission permission, List<MatchedStatement> statements) {
        used.computeIfAbsent(permission, unknown -> ConcurrentHashMap.newKeySet())
                .addAll(statements);
    }

    @Override
    public void granted(ChimeCaller caller, NamedPolicy policy) {
        recordings.forEach(recording -> recording.recorder().granted(caller, policy));
        attachments.add(new PolicyAttachment(caller.identityArn(), policy));
    }

    /**
     * Starts a recording of the permissions used until it is closed.
     *
     * @param attached the policies that callers already have
     */
    public PermissionRecording startRecording(List<DefaultAttachedPolicy> attached) {
        DefaultPermissionRecording recording = new DefaultPermissionRecording(this);
        attached.stream()
                .filter(policy -> policy.kind() == PolicyKind.IDENTITY)
                .forEach(policy -> recording.recorder().granted(policy.caller(), policy.policy()));
        recordings.add(recording);
        return recording;
    }

    void stopRecording(DefaultPermissionRecording recording) {
        recordings.remove(recording);
    }

    /** Returns the permissions used until now. */
    public UsedPermissions usedPermissions() {
        Map<UsedPermission, Set<MatchedStatement>> copy = new HashMap<>();
        used.forEach((permission, statements) -> copy.put(permission, Set.copyOf(statements)));
        return new DefaultUsedPermissions(copy, Set.copyOf(attachments), ResourceScope.APP_INSTANCE);
    }
}
