package io.github.chimefake.internal.control.limits;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.calls.SelectionSteps;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import io.github.chimefake.rates.RateSelection;
import software.amazon.awssdk.awscore.AwsRequest;

/** The steps of {@link RateSelection}. */
final class RateSteps implements SelectionSteps<RateSelection> {
    @Override
    public RateSelection on(RateSelection any, Operation first, Operation... more) {
        return any.on(first, more);
    }

    @Override
    public RateSelection by(RateSelection any, ChimeUser user) {
        return any.by(user);
    }

    @Override
    public RateSelection by(RateSelection any, ChimeCaller caller) {
        return any.by(caller);
    }

    @Override
    public RateSelection inChannel(RateSelection any, String arn) {
        return any.inChannel(arn);
    }

    @Override
    public RateSelection inAppInstance(RateSelection any, String arn) {
        return any.inAppInstance(arn);
    }

    @Override
    public RateSelection matching(RateSelection any, Class<? extends AwsRequest> type, EqualMembers members) {
        return any.matching(type, members);
    }
}
