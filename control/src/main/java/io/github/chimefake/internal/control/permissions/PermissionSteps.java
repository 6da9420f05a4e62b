package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.calls.SelectionSteps;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import io.github.chimefake.permissions.PermissionSelection;
import software.amazon.awssdk.awscore.AwsRequest;

/** The steps of {@link PermissionSelection}. */
final class PermissionSteps implements SelectionSteps<PermissionSelection> {
    @Override
    public PermissionSelection on(PermissionSelection any, Operation first, Operation... more) {
        return any.on(first, more);
    }

    @Override
    public PermissionSelection by(PermissionSelection any, ChimeUser user) {
        return any.by(user);
    }

    @Override
    public PermissionSelection by(PermissionSelection any, ChimeCaller caller) {
        return any.by(caller);
    }

    @Override
    public PermissionSelection inChannel(PermissionSelection any, String arn) {
        return any.inChannel(arn);
    }

    @Override
    public PermissionSelection inAppInstance(PermissionSelection any, String arn) {
        return any.inAppInstance(arn);
    }

    @Override
    public PermissionSelection matching(
            PermissionSelection any, Class<? extends AwsRequest> type, EqualMembers members) {
        return any.matching(type, members);
    }
}
