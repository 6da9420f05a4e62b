package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.constraints.ChannelConstraints;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StateExcerpts;
import java.util.List;
import java.util.Optional;

/** Finds users named in requests. */
public final class Users {
    /** Observed on CreateChannel and CreateChannelMembership for users that were never registered. */
    private static final String MESSAGE = "An invalid app instance user ARN was supplied for the input parameter.";

    private Users() {}

    /** Returns the user or bot, which must be in the app instance; 403 if it does not exist. */
    public static AppInstanceUser require(State state, AppInstanceArn appInstance, Arn arn) {
        return state.user(arn)
                .filter(user -> user.appInstance().equals(appInstance))
                .orElseThrow(() -> unregistered(arn, appInstance.text(), StateExcerpts.users(state, appInstance)));
    }

    /**
     * Returns the error for a user or bot that is not registered, for a request without a bearer and thus without a
     * known app instance.
     */
    public static ServiceErrorException unregistered(State state, Arn arn) {
        return unregistered(arn, "any app instance", StateExcerpts.users(state, arn));
    }

    private static ServiceErrorException unregistered(Arn arn, String appInstance, String registered) {
        return new ServiceError(
                        Layer.STATE,
                        ChimeError.FORBIDDEN,
                        MESSAGE,
                        "The call names " + arn + ", which is not a registered user or bot of " + appInstance
                                + ". Register it first. " + registered,
                        Provenance.OBSERVED)
                .asException();
    }

    public static List<AppInstanceUser> require(State state, AppInstanceArn appInstance, List<Arn> arns) {
        return arns.stream().map(arn -> require(state, appInstance, arn)).toList();
    }

    /**
     * Returns the user whose channels are listed: the bearer itself, or any user if the bearer is an admin.
     *
     * @param named the user in the request; empty for the bearer
     */
    public static AppInstanceUser ownOrAdmin(
            State state, Operation operation, AppInstanceUser bearer, Optional<Arn> named) {
        Arn arn = named.orElse(bearer.arn());
        if (arn.equals(bearer.arn())) {
            return bearer;
        }
        if (!bearer.admin()) {
            throw ChannelConstraints.OTHERS_FOR_ADMINS.broken(
                    bearer.arn() + " is no app instance admin, and only admins may call " + operation
                            + " for another user, here " + arn + ". Leave AppInstanceUserArn out, or call as that user"
                            + " or as an admin.");
        }
        return require(state, bearer.appInstance(), arn);
    }
}
