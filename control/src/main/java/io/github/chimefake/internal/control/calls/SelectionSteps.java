package io.github.chimefake.internal.control.calls;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The steps that select calls, which the selections of core have in common without having a common type.
 *
 * @param <S> the type of the selection
 */
public interface SelectionSteps<S> {
    /** Selects calls of these operations. */
    S on(S any, Operation first, Operation... more);

    /** Selects calls with this user as the bearer. */
    S by(S any, ChimeUser user);

    /** Selects calls that this caller signs. */
    S by(S any, ChimeCaller caller);

    /** Selects calls on the channel with this ARN. */
    S inChannel(S any, String arn);

    /** Selects calls on the app instance with this ARN. */
    S inAppInstance(S any, String arn);

    /** Selects calls whose request has these members. */
    S matching(S any, Class<? extends AwsRequest> type, EqualMembers members);
}
