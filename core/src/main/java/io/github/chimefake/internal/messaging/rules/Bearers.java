package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StateExcerpts;
import java.time.Instant;
import java.util.Optional;

/** Finds the user or bot in {@code x-amz-chime-bearer}. */
public final class Bearers {
    /** Observed on the real service for users that were never registered. */
    private static final String MESSAGE =
            "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.";

    private Bearers() {}

    /**
     * Returns the bearer of a call; empty if its operation has no bearer, or if it is optional and absent.
     *
     * @throws ServiceErrorException 401 if the bearer is missing, unknown, or not valid yet
     */
    public static Optional<AppInstanceUser> find(State state, Call call, Instant now) {
        return switch (call.operation().bearer()) {
            case NONE -> Optional.empty();
            case OPTIONAL -> call.bearer().map(arn -> require(state, call.bearer(), now));
            case REQUIRED -> Optional.of(require(state, call.bearer(), now));
        };
    }

    private static AppInstanceUser require(State state, Optional<Arn> named, Instant now) {
        Arn arn = named.orElseThrow(() -> new ServiceError(
                        Layer.BEARER,
                        ChimeError.UNAUTHORIZED_CLIENT,
                        MESSAGE,
                        "The header x-amz-chime-bearer is missing or empty. Set chimeBearer(…) on the request to the ARN"
                                + " of a registered user. " + StateExcerpts.users(state),
                        Provenance.ASSUMED)
                .asException());
        AppInstanceUser user = state.user(arn)
                .orElseThrow(() -> new ServiceError(
                                Layer.BEARER,
                                ChimeError.UNAUTHORIZED_CLIENT,
                                MESSAGE,
                                "The header x-amz-chime-bearer names " + arn + ", which is not registered, or was"
                                        + " deleted. Register the user before the call. "
                                        + StateExcerpts.users(state, arn),
                                Provenance.OBSERVED)
                        .asException());
        user.lifetime().validFrom().ifPresent(validFrom -> requireValid(user, validFrom, now));
        return user;
    }

    private static void requireValid(AppInstanceUser user, Instant validFrom, Instant now) {
        if (now.isBefore(validFrom)) {
            throw new ServiceError(
                            Layer.BEARER,
                            ChimeError.UNAUTHORIZED_CLIENT,
                            MESSAGE,
                            "The header x-amz-chime-bearer names " + user.arn() + ", which was created at "
                                    + user.profile().created() + " and is valid from " + validFrom
                                    + ", as set with newUsersValidAfter. It is " + now
                                    + ". Repeat the call later, or advance the clock.",
                            Provenance.REQUESTED)
                    .asException();
        }
    }
}
