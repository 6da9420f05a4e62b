package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.access.callers.IssuedKey;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.permissions.AttachedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values are made from.
 *
 * @param state the state of the services, in which nothing is left to be done
 * @param identifiers generates the ids of messages
 * @param now the time, which decides about messages whose retention period has ended
 * @param keys the access keys of all callers
 * @param policies the attached policies of all callers
 */
public record Contents(
        State state,
        Identifiers identifiers,
        Instant now,
        List<IssuedKey> keys,
        List<? extends AttachedPolicy> policies) {
    public Contents {
        keys = List.copyOf(keys);
        policies = List.copyOf(policies);
    }

    /** Returns the user or bot with its display name; with its id as the name if it was deleted. */
    ChimeUser user(MemberArn arn) {
        return state.user(arn)
                .map(user -> ChimeUser.of(arn.text(), user.name()))
                .orElseGet(() -> ChimeUser.of(arn.text(), arn.id()));
    }

    Optional<ChimeUser> user(Optional<MemberArn> arn) {
        return arn.map(this::user);
    }

    Map<String, String> tags(Arn resource) {
        return Sorted.map(state.tags(resource));
    }
}
