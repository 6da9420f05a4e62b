package io.github.chimefake.internal.server;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import io.github.chimefake.Roles;
import io.github.chimefake.internal.messaging.rules.RoleMatrix;
import io.github.chimefake.internal.messaging.state.RoleOverrides;

/** The role matrix overrides of a fake. */
final class DefaultRoles implements Roles {
    private final ServiceConfiguration configuration;

    DefaultRoles(ServiceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void mayCall(ChannelRole role, Operation operation, boolean allowed) {
        RoleMatrix.requireRow(operation);
        configuration.change(
                "roles().mayCall(" + role + ", " + operation + ", " + allowed + ")",
                settings -> settings.withRoles(settings.roles().with(operation, role, allowed)));
    }

    @Override
    public void clear() {
        configuration.change("roles().clear()", settings -> settings.withRoles(RoleOverrides.NONE));
    }
}
