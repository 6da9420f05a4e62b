package io.github.chimefake.internal.messaging;

import io.github.chimefake.internal.call.Arn;
import io.github.chimefake.internal.call.Call;
import io.github.chimefake.internal.identity.AppInstanceUser;
import io.github.chimefake.internal.identity.Profile;
import io.github.chimefake.internal.service.ResourceIds;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Takes whoever a call names for registered, if the settings say so: the bearer, and users and bots in parameters.
 * Nothing of the kind is known of the real service, which refuses users that nobody registered.
 */
final class OpenDirectory {
    private OpenDirectory() {}

    /**
     * The state with the users in it that the call names, as far as their app instance exists.
     *
     * @param clock tells when they came
     */
    static State admit(State state, Call call, Supplier<Instant> clock) {
        if (!state.setup().settings().openDirectory()) {
            return state;
        }
        Instant now = clock.get();
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
