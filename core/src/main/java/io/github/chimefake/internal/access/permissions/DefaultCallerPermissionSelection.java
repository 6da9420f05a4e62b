package io.github.chimefake.internal.access.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.permissions.Permissions;
import java.util.List;
import java.util.Optional;

/** Selects the calls of one caller, and attaches policies to it. */
final class DefaultCallerPermissionSelection extends DefaultPermissionSelection
        implements Permissions.CallerPermissionSelection {
    private final ChimeCaller caller;

    DefaultCallerPermissionSelection(
            Sentence sentence, PermissionRules rules, CallerPolicies policies, ChimeCaller caller) {
        super(sentence, rules, policies, CallFilter.ANY.by(caller), new Schedule.Always(), Optional.empty());
        this.caller = caller;
    }

    @CanIgnoreReturnValue
    @Override
    public AttachedPolicy attach(PolicyTemplate policy) {
        return attach(PolicyKind.IDENTITY, policy);
    }

    @CanIgnoreReturnValue
    @Override
    public AttachedPolicy attach(String name, String json) {
        return attach(PolicyTemplate.policy(name, json));
    }

    @CanIgnoreReturnValue
    @Override
    public AttachedPolicy attach(PolicyKind kind, PolicyTemplate policy) {
        finish();
        return policies.attach(caller, kind, NamedPolicy.of(policy.read()));
    }

    @CanIgnoreReturnValue
    @Override
    public AttachedPolicy attachServiceControl(String level, PolicyTemplate policy) {
        finish();
        return policies.attach(caller, PolicyLayer.ofServiceControl(level), NamedPolicy.of(policy.read()));
    }

    @Override
    public List<AttachedPolicy> attachedPolicies() {
        finish();
        return List.copyOf(policies.attached(caller));
    }
}
