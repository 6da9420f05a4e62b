package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;
import io.github.chimefake.internal.identity.AppInstanceUser;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The value of {@code x-amz-chime-bearer}: an app instance user or bot that exists, or a 401. */
final class Bearers {
    /** Observed on the real service for users that were never registered. */
    private static final String MESSAGE =
            "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.";

    private Bearers() {}

    /**
     * Whose the ARN is.
     *
     * @param clock is not looked at without need, because a test's may go on with every look
     */
    static AppInstanceUser require(State state, Optional<String> bearerArn, Supplier<Instant> clock) {
        String arn = bearerArn.orElseThrow(() -> new Refusal(
                        ChimeError.UNAUTHORIZED_CLIENT,
                        MESSAGE,
                        "The header x-amz-chime-bearer is missing or empty. Set chimeBearer(…) on the request to the ARN"
                                + " of a registered user. " + Explain.users(state),
                        Provenance.ASSUMED)
                .asException());
        AppInstanceUser user = state.user(arn)
                .orElseThrow(() -> new Refusal(
                                ChimeError.UNAUTHORIZED_CLIENT,
                                MESSAGE,
                                "The header x-amz-chime-bearer names " + arn + ", which nobody registered (or which was"
                                        + " deleted). Register the user before the call. " + Explain.users(state, arn),
                                Provenance.OBSERVED)
                        .asException());
        user.lifetime().validFrom().ifPresent(validFrom -> requireValid(user, validFrom, clock.get()));
        return user;
    }

    private static void requireValid(AppInstanceUser user, Instant validFrom, Instant now) {
        if (now.isBefore(validFrom)) {
            throw new Refusal(
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
