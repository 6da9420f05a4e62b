package io.github.chimefake.internal.identity.users;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.Excerpts;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.UserEndpoint;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.Optional;

/** Finds endpoints for push notifications that are named in requests. */
final class UserEndpoints {
    private UserEndpoints() {}

    /** Returns the endpoint; 403 if the user has no endpoint with this id, because the model has no 404 here. */
    static UserEndpoint require(AppInstanceUser user, String endpointId) {
        return Optional.ofNullable(user.endpoints().get(endpointId))
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.FORBIDDEN,
                                user.arn() + " has no endpoint " + endpointId + ". Its endpoints: "
                                        + Excerpts.few(user.endpoints())
                                        + ". Register it with RegisterAppInstanceUserEndpoint first.",
                                Provenance.ASSUMED)
                        .asException());
    }

    /** Returns the user; 403 if it does not exist. */
    static AppInstanceUser owner(Directory directory, Arn user) {
        return Users.require(directory, user, Provenance.ASSUMED);
    }

    /** Returns the directory with a new or changed endpoint of the user. */
    static Directory with(Directory directory, AppInstanceUser user, UserEndpoint endpoint) {
        return directory.with(user.withEndpoints(user.endpoints().plus(endpoint.id(), endpoint)));
    }
}
