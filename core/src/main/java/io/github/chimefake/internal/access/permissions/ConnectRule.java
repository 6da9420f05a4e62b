package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.filter.Schedule;
import java.util.Optional;

/**
 * A rule that allows or denies connects of messaging sessions.
 *
 * @param words the selection as the test has written it
 */
public record ConnectRule(CallFilter filter, Schedule schedule, boolean allows, String words)
        implements Registrations.Definition {
    /** Returns why the connect is denied; empty if the rule allows it. */
    public Optional<ServiceError> serviceError() {
        return allows
                ? Optional.empty()
                : Optional.of(ServiceError.of(
                        Layer.PERMISSION_RULE,
                        ChimeError.UNAUTHORIZED_CLIENT,
                        "A rule of this test denies the connect: " + this
                                + ". No later rule allows it. Remove the rule with close() on its registration, or allow"
                                + " the connect with permissions().onConnect().allow().",
                        Provenance.REQUESTED));
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("connect");
    }

    @Override
    public String toString() {
        return words + (allows ? ": allow" : ": deny");
    }
}
