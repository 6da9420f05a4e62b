package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.DELETE_CHANNEL_MODERATOR;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.events.MemberRemoved;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorResponse;

/**
 * Removes the moderator role. Documented: allowed for admins and moderators. Assumed: 403 for a user that is not a
 * moderator, because the model has neither 404 nor 409 here; a membership remains. Documented: in an elastic channel,
 * all memberships of the moderator are deleted.
 */
public final class DeleteChannelModerator extends Command<State, DeleteChannelModeratorRequest> {
    public DeleteChannelModerator() {
        super(DELETE_CHANNEL_MODERATOR, DeleteChannelModeratorRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteChannelModeratorRequest> context) {
        DeleteChannelModeratorRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelState channel = access.channel();
        Arn named = context.arn(request.channelModeratorArn());
        MemberArn moderator = channel.moderator(named)
                .map(Appointment::subject)
                .orElseThrow(() -> access.forbidden(
                        named + " is not a moderator of " + channel.arn() + ". Was it dismissed before?",
                        Provenance.ASSUMED));
        State left = channel.isElastic() ? Channels.removeMember(state, channel.arn(), moderator) : state;
        return new Outcome<>(
                Channels.removeModerator(left, channel.arn(), moderator),
                DeleteChannelModeratorResponse.builder().build(),
                List.of(),
                channel.isElastic() ? MemberRemoved.outcomeEvents(channel, moderator) : List.of());
    }
}
