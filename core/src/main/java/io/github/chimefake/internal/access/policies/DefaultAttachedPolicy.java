package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import io.github.chimefake.permissions.AttachedPolicy;
import java.util.List;
import java.util.Optional;

/** A policy that is attached to a caller of a fake. */
public final class DefaultAttachedPolicy implements AttachedPolicy {
    private final CallerPolicies policies;
    private final ChimeCaller caller;
    private final PolicyLayer layer;
    private final NamedPolicy policy;
    private final List<PolicyWarning> warnings;

    DefaultAttachedPolicy(
            CallerPolicies policies,
            ChimeCaller caller,
            PolicyLayer layer,
            NamedPolicy policy,
            List<PolicyWarning> warnings) {
        this.policies = policies;
        this.caller = caller;
        this.layer = layer;
        this.policy = policy;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public ChimeCaller caller() {
        return caller;
    }

    @Override
    public PolicyKind kind() {
        return layer.kind();
    }

    @Override
    public Optional<String> level() {
        return layer.knownLevel();
    }

    /** Returns the kind and the level, within which policies count as one set. */
    PolicyLayer layer() {
        return layer;
    }

    @Override
    public NamedPolicy policy() {
        return policy;
    }

    @Override
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        policies.detach(this);
    }

    @Override
    public String toString() {
        return PolicyKindNames.of(kind()).noun() + " \"" + policy.name() + "\" of " + caller.principalArn();
    }
}
