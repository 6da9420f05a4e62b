package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import java.util.List;

/** Users that a call names in its parameters. */
final class Users {
    /** Observed on CreateChannel and CreateChannelMembership for users that were never registered. */
    private static final String MESSAGE = "An invalid app instance user ARN was supplied for the input parameter.";

    private Users() {}

    /** The user or bot of the app instance that a parameter names; a 403 if there is none. */
    static AppInstanceUser require(State state, String appInstance, String arn) {
        return state.user(arn)
                .filter(user -> user.appInstance().equals(appInstance))
                .orElseThrow(() -> new Refusal(
                                ChimeError.FORBIDDEN,
                                MESSAGE,
                                "The call names " + arn + ", which is no registered user or bot of " + appInstance
                                        + ". Register it first. " + Explain.users(state, appInstance),
                                Provenance.OBSERVED)
                        .asException());
    }

    static List<AppInstanceUser> require(State state, String appInstance, List<String> arns) {
        return arns.stream().map(arn -> require(state, appInstance, arn)).toList();
    }
}
