package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserResponse;

/**
 * Describes a channel that a user moderates. Documented: admins, moderators and members may request any user's, others
 * only their own. Assumed: 403 for a user that is not a moderator, because the model has no 404 here.
 */
public final class DescribeChannelModeratedByAppInstanceUser
        extends Query<State, DescribeChannelModeratedByAppInstanceUserRequest> {
    public DescribeChannelModeratedByAppInstanceUser() {
        super(DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER, DescribeChannelModeratedByAppInstanceUserRequest.class);
    }

    @Override
    public DescribeChannelModeratedByAppInstanceUserResponse respond(
            State state, HandlerContext<DescribeChannelModeratedByAppInstanceUserRequest> context) {
        DescribeChannelModeratedByAppInstanceUserRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context, context.arn(request.appInstanceUserArn()));
        ChannelState channel = access.channel();
        AppInstanceUser user = Users.require(state, channel.appInstance(), context.arn(request.appInstanceUserArn()));
        if (!channel.hasModerator(user.arn())) {
            throw access.forbidden(
                    user.arn() + " is not a moderator of " + channel.arn() + ". Appoint it first.", Provenance.ASSUMED);
        }
        return DescribeChannelModeratedByAppInstanceUserResponse.builder()
                .channel(Views.moderatedSummary(channel, access.bearer().arn()))
                .build();
    }
}
