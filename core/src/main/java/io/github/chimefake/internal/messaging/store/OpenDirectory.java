package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ResourceIds;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.messaging.state.State;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes whoever a call names for registered, if the settings say so: the bearer, and users and bots in parameters.
 * Nothing of the kind is known of the real service, which refuses users that nobody registered.
 */
public final class OpenDirectory {
    private OpenDirectory() {}

    /**
     * The state with the users in it that the call names, as far as their app instance exists.
     *
     * @param now when they are registered
     */
    public static State admit(State state, Call call, Instant now) {
        if (!state.settings().openDirectory()) {
            return state;
        }
        State admitted = state;
        for (String arn : Stream.concat(call.bearer().stream(), call.resources().others().stream())
                .toList()) {
            admitted = admit(admitted, arn, now);
        }
        return admitted;
    }

    private static State admit(State state, String arn, Instant now) {
        if (state.user(arn).isPresent()) {
            return state;
        }
        Optional<Arn> identity = Arn.tryParse(arn)
                .filter(parsed -> parsed.type().equals("user") || parsed.type().equals("bot"))
                .filter(parsed -> ResourceIds.isValid(parsed.id()));
        return identity.flatMap(Arn::appInstance)
                .flatMap(appInstance -> state.directory().appInstance(appInstance.toString()))
                .map(appInstance -> AppInstanceUser.of(
                        arn,
                        appInstance.arn(),
                        Profile.of(identity.orElseThrow().id(), now)))
                .map(user -> state.with(state.directory().with(user)))
                .orElse(state);
    }
}
