package io.github.chimefake.internal.control.faults;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.control.calls.SelectionSteps;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import software.amazon.awssdk.awscore.AwsRequest;

/** The steps of {@link FaultSelection}. */
final class FaultSteps implements SelectionSteps<FaultSelection> {
    @Override
    public FaultSelection on(FaultSelection any, Operation first, Operation... more) {
        return any.on(first, more);
    }

    @Override
    public FaultSelection by(FaultSelection any, ChimeUser user) {
        return any.by(user);
    }

    @Override
    public FaultSelection by(FaultSelection any, ChimeCaller caller) {
        return any.by(caller);
    }

    @Override
    public FaultSelection inChannel(FaultSelection any, String arn) {
        return any.inChannel(arn);
    }

    @Override
    public FaultSelection inAppInstance(FaultSelection any, String arn) {
        return any.inAppInstance(arn);
    }

    @Override
    public FaultSelection matching(FaultSelection any, Class<? extends AwsRequest> type, EqualMembers members) {
        return any.matching(type, members);
    }
}
