package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.permissions.ConnectPermissionSelection;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.permissions.PolicyMode;
import java.util.List;
import java.util.Optional;

/** Entry point for permission rules and policies. */
public final class DefaultPermissions extends DefaultPermissionSelection implements Permissions, RegistrationList {
    private final PolicyEnforcement enforcement;
    private final ConnectRules connects;

    /** Creates the entry point of a fake. */
    public DefaultPermissions(
            PermissionRules rules, CallerPolicies policies, PolicyEnforcement enforcement, ConnectRules connects) {
        super(
                rules.sentence("deny() or allow()"),
                rules,
                policies,
                CallFilter.ANY,
                new Schedule.Always(),
                Optional.empty());
        this.enforcement = enforcement;
        this.connects = connects;
    }

    @Override
    public ConnectPermissionSelection onConnect() {
        return DefaultConnectPermissionSelection.all(connects);
    }

    @Override
    public DefaultCallerPermissionSelection by(ChimeCaller caller) {
        return new DefaultCallerPermissionSelection(next(), rules, policies, caller);
    }

    @Override
    public void policyMode(PolicyMode mode) {
        enforcement.audit(mode == PolicyMode.AUDIT);
    }

    @Override
    public void policyDenialError(ChimeError error) {
        enforcement.denialError(error);
    }

    @Override
    public void requirePolicies(boolean required) {
        enforcement.require(required);
    }

    @Override
    public void limitPolicies(boolean limited) {
        policies.limit(limited);
    }

    @Override
    public List<AttachedPolicy> attachedPolicies() {
        return List.copyOf(policies.attached());
    }

    @Override
    public List<FilteredRegistration> registrations() {
        return rules.registrations();
    }

    @Override
    public void clear() {
        rules.clear();
        connects.clear();
        policies.clear();
        enforcement.clear();
    }
}
