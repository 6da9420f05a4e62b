package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipForAppInstanceUserResponse;

/**
 * Describes a channel that a user belongs to. Documented: the bearer's own membership; any user's if the bearer is an
 * admin. Assumed: 403 for a user that is not a member, because the model has no 404 here.
 */
public final class DescribeChannelMembershipForAppInstanceUser
        extends Query<State, DescribeChannelMembershipForAppInstanceUserRequest> {
    public DescribeChannelMembershipForAppInstanceUser() {
        super(
                DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER,
                DescribeChannelMembershipForAppInstanceUserRequest.class);
    }

    @Override
    public DescribeChannelMembershipForAppInstanceUserResponse respond(
            State state, HandlerContext<DescribeChannelMembershipForAppInstanceUserRequest> context) {
        DescribeChannelMembershipForAppInstanceUserRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context, context.arn(request.appInstanceUserArn()));
        ChannelState channel = access.channel();
        AppInstanceUser user = Users.require(state, channel.appInstance(), context.arn(request.appInstanceUserArn()));
        if (!channel.hasMember(user.arn())) {
            throw access.forbidden(
                    user.arn() + " is not a member of " + channel.arn() + ". Add it first.", Provenance.ASSUMED);
        }
        return DescribeChannelMembershipForAppInstanceUserResponse.builder()
                .channelMembership(Views.membershipSummary(
                        channel, user.arn(), access.bearer().arn()))
                .build();
    }
}
