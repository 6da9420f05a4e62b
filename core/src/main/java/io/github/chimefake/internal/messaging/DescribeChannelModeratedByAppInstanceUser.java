package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.identity.AppInstanceUser;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserResponse;

/**
 * Describes a channel as one that a user moderates. Documented: anybody's for admins, moderators and members, one's own
 * for others. Assumed: 403 for one who is no moderator, as the model has no 404 here.
 */
final class DescribeChannelModeratedByAppInstanceUser extends Query<DescribeChannelModeratedByAppInstanceUserRequest> {
    DescribeChannelModeratedByAppInstanceUser() {
        super(DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER, DescribeChannelModeratedByAppInstanceUserRequest.class);
    }

    @Override
    DescribeChannelModeratedByAppInstanceUserResponse answer(
            State state, Invocation<DescribeChannelModeratedByAppInstanceUserRequest> invocation) {
        DescribeChannelModeratedByAppInstanceUserRequest request = invocation.request();
        ChannelAccess access =
                ChannelAccess.permit(state, invocation, request.channelArn(), request.appInstanceUserArn());
        ChannelState channel = access.channel();
        AppInstanceUser user = Users.require(state, channel.appInstance(), request.appInstanceUserArn());
        if (!channel.hasModerator(user.arn())) {
            throw access.forbidden(
                    user.arn() + " is no moderator of " + channel.arn() + ". Appoint it first.", Provenance.ASSUMED);
        }
        return DescribeChannelModeratedByAppInstanceUserResponse.builder()
                .channel(Views.moderatedSummary(channel, access.bearer().arn()))
                .build();
    }
}
