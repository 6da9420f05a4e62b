package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.filter.Schedule;
import java.util.Optional;

/**
 * A rule that allows or denies calls.
 *
 * @param role the role in the channel that the bearer must have; empty for any
 * @param denial the error that denies the calls; empty for a rule that allows them
 */
public record PermissionRule(CallFilter filter, Optional<ChannelRole> role, Schedule schedule, Optional<Denial> denial)
        implements Registrations.Definition {
    @Override
    public void requireSatisfiable() {
        filter.requireSatisfiable();
        role.ifPresent(held -> filter.requireBearers(calls(), "Leave out by(role)"));
    }

    /** Returns why the call is denied; empty if the rule allows it. */
    public Optional<ServiceError> serviceError(Call call) {
        return denial.map(denied -> new ServiceError(
                Layer.PERMISSION_RULE,
                denied.error(),
                denied.message(),
                "A rule of this test denies " + calls()
                        + ". No later rule allows the call. Remove the rule with close() on"
                        + " its registration, or allow the call with permissions().allow(...)."
                        + onAws(denied.error(), call),
                Provenance.REQUESTED));
    }

    /** Explains how AWS denies a call, where the 401 of the service model is not used for missing permissions. */
    private static String onAws(ChimeError error, Call call) {
        if (error != ChimeError.UNAUTHORIZED_CLIENT) {
            return "";
        }
        return call.operation().service() == ChimeService.IDENTITY
                ? " The identity service, whose requests have no bearer, was never observed to send this error;"
                        + " where a policy lacks"
                        + " the action, it sends AccessDeniedException 403."
                : " AWS sends this error only for a bearer that is not a registered user; where a policy lacks the action, it"
                        + " sends AccessDeniedException 403, and where a role does not allow it, ForbiddenException 403.";
    }

    /**
     * Describes the calls that the rule applies to, for example {@code SendChannelMessage by a bearer that is a member
     * of the channel, once}.
     */
    private String calls() {
        return filter
                + role.map(held -> " by a bearer that is " + held).orElse("")
                + (schedule instanceof Schedule.Always ? "" : ", " + schedule);
    }

    @Override
    public String toString() {
        return denial.map(denied -> "deny " + calls() + " with " + denied).orElse("allow " + calls());
    }
}
