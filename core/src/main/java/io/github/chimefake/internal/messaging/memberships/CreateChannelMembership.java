package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;

import io.github.chimefake.internal.messaging.memberships.Joining.Joined;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;

/**
 * Adds a user or bot to a channel. Documented: allowed for admins and moderators; for members in UNRESTRICTED channels;
 * for all users who add themselves to a PUBLIC channel. See also {@link Joining}.
 */
public final class CreateChannelMembership extends Command<State, CreateChannelMembershipRequest> {
    public CreateChannelMembership() {
        super(CREATE_CHANNEL_MEMBERSHIP, CreateChannelMembershipRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<CreateChannelMembershipRequest> context) {
        CreateChannelMembershipRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context, context.arn(request.memberArn()));
        Joined joined = Joining.join(
                state, access, context, context.arn(request.memberArn()), request.type(), request.subChannelId());
        return new Outcome<>(
                joined.state(),
                CreateChannelMembershipResponse.builder()
                        .channelArn(access.channel().arn().text())
                        .member(Views.identity(state, joined.member().arn()))
                        .subChannelId(joined.subChannel().orElse(null))
                        .build(),
                List.of(),
                joined.events(access.channel().arn()));
    }
}
