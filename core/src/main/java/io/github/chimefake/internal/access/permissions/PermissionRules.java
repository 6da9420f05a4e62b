package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.List;
import java.util.Optional;

/**
 * The registered permission rules. The latest rule that matches a call decides; earlier rules do not count the call.
 */
public final class PermissionRules extends Registrations<PermissionRule> {
    private final RoleLookup roles;

    /**
     * Creates a list without rules.
     *
     * @param roles looks up roles for rules that require one
     */
    public PermissionRules(RoleLookup roles, UserCode userCode, FakeLifetime lifetime) {
        super("permission rule", "permissions()", userCode, lifetime);
        this.roles = roles;
    }

    /** Returns the latest rule that matches the call. */
    public Optional<PermissionRule> check(Call call) {
        List<Registered<PermissionRule>> rules = concernedBy(call.operation());
        for (int i = rules.size() - 1; i >= 0; i--) {
            Registered<PermissionRule> rule = rules.get(i);
            if (selects(rule, call) && apply(rule, call, true)) {
                return Optional.of(rule.definition());
            }
        }
        return Optional.empty();
    }

    @Override
    protected boolean matches(PermissionRule rule, Call call) {
        return super.matches(rule, call)
                && (rule.role().isEmpty() || hasRole(rule.role().get(), call));
    }

    private boolean hasRole(ChannelRole role, Call call) {
        return call.bearer()
                .filter(bearer ->
                        roles.roles(bearer, call.resources().channel()).contains(role))
                .isPresent();
    }
}
