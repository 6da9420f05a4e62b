package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;
import io.github.chimefake.internal.identity.AppInstanceUser;

/** What messaging keeps of the app instance that a call names as a parameter. */
final class AppInstances {
    private AppInstances() {}

    /**
     * The app instance, for an operation that has no bearer.
     *
     * @param error what an unknown one is answered with
     */
    static AppInstanceMessaging require(State state, String arn, ChimeError error) {
        return state.directory()
                .appInstance(arn)
                .map(appInstance -> state.messagingOf(arn))
                .orElseThrow(() -> Refusal.of(
                                error,
                                "There is no app instance " + arn + ". " + Explain.appInstances(state),
                                Provenance.ASSUMED)
                        .asException());
    }

    /** The app instance, which must be the bearer's own; a 403 if it is not, or if there is none. */
    static AppInstanceMessaging require(State state, AppInstanceUser bearer, String arn) {
        AppInstanceMessaging appInstance = require(state, arn, ChimeError.FORBIDDEN);
        if (!bearer.appInstance().equals(arn)) {
            throw Refusal.of(
                            ChimeError.FORBIDDEN,
                            "The bearer " + bearer.arn() + " belongs to another app instance than the one named, " + arn
                                    + ". " + Explain.users(state, arn),
                            Provenance.ASSUMED)
                    .asException();
        }
        return appInstance;
    }
}
