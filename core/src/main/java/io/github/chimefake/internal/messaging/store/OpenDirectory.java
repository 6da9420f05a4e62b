package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ResourceIds;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.messaging.state.State;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Registers the users and bots in a request, including the bearer, if the settings enable it. The real service does not
 * do this: calls with unregistered users fail.
 */
public final class OpenDirectory {
    private OpenDirectory() {}

    /**
     * Returns the state with the users and bots in the request whose app instance exists.
     *
     * @param now the time of their registration
     */
    public static State register(State state, Call call, Instant now) {
        if (!state.settings().openDirectory()) {
            return state;
        }
        State after = state;
        for (Arn arn : Stream.concat(call.bearer().stream(), call.resources().others().stream())
                .toList()) {
            after = register(after, arn, now);
        }
        return after;
    }

    private static State register(State state, Arn arn, Instant now) {
        boolean registrable = arn instanceof MemberArn member
                && ResourceIds.isValid(member.id())
                && state.user(member).isEmpty()
                && state.directory().appInstance(member.appInstance()).isPresent();
        return registrable
                ? state.with(state.directory().with(AppInstanceUser.of((MemberArn) arn, Profile.of(arn.id(), now))))
                : state;
    }
}
