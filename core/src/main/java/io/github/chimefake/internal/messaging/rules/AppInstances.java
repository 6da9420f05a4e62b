package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StateExcerpts;
import io.github.chimefake.internal.operations.Idempotency;

/** Finds app instances named in requests. */
public final class AppInstances {
    private AppInstances() {}

    /**
     * Returns the app instance for an operation without a bearer.
     *
     * @param error the error if it does not exist
     */
    public static AppInstanceMessaging require(State state, Arn arn, ChimeError error) {
        return state.directory()
                .appInstance(arn)
                .map(appInstance -> state.messagingOf(appInstance.arn()))
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                error,
                                "There is no app instance " + arn + ". " + StateExcerpts.appInstances(state),
                                Provenance.ASSUMED)
                        .asException());
    }

    /** Returns the app instance, which must be the bearer's; 403 if it is another one, or if it does not exist. */
    public static AppInstanceMessaging require(State state, AppInstanceUser bearer, Arn arn) {
        AppInstanceMessaging appInstance = require(state, arn, ChimeError.FORBIDDEN);
        if (!bearer.appInstance().equals(arn)) {
            throw ServiceError.of(
                            Layer.ROLE,
                            ChimeError.FORBIDDEN,
                            "The bearer " + bearer.arn() + " belongs to another app instance than the one named, " + arn
                                    + ". " + StateExcerpts.users(state, arn),
                            Provenance.ASSUMED)
                    .asException();
        }
        return appInstance;
    }

    /** Returns the idempotency of commands with the tokens of this app instance. */
    public static Idempotency<State> idempotency(AppInstanceArn appInstance) {
        return new Idempotency<>(
                state -> state.messagingOf(appInstance).recentRequests(),
                (state, requests) -> state.with(state.messagingOf(appInstance).with(requests)));
    }
}
