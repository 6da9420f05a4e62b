package io.github.chimefake.internal.control.limits;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.consistency.ReadSelection;
import io.github.chimefake.internal.control.calls.SelectionSteps;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import software.amazon.awssdk.awscore.AwsRequest;

/** The steps of {@link ReadSelection}. */
final class ReadSteps implements SelectionSteps<ReadSelection> {
    @Override
    public ReadSelection on(ReadSelection any, Operation first, Operation... more) {
        return any.on(first, more);
    }

    @Override
    public ReadSelection by(ReadSelection any, ChimeUser user) {
        return any.by(user);
    }

    @Override
    public ReadSelection by(ReadSelection any, ChimeCaller caller) {
        return any.by(caller);
    }

    @Override
    public ReadSelection inChannel(ReadSelection any, String arn) {
        return any.inChannel(arn);
    }

    @Override
    public ReadSelection inAppInstance(ReadSelection any, String arn) {
        return any.inAppInstance(arn);
    }

    @Override
    public ReadSelection matching(ReadSelection any, Class<? extends AwsRequest> type, EqualMembers members) {
        return any.matching(type, members);
    }
}
