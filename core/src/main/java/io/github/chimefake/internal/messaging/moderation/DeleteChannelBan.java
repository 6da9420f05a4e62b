package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.DELETE_CHANNEL_BAN;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanResponse;

/**
 * Removes a ban. Documented: allowed for admins and moderators; the user does not become a member again. Assumed: 403
 * for a user that is not banned, because the model has neither 404 nor 409 here.
 */
public final class DeleteChannelBan extends Command<State, DeleteChannelBanRequest> {
    public DeleteChannelBan() {
        super(DELETE_CHANNEL_BAN, DeleteChannelBanRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteChannelBanRequest> context) {
        DeleteChannelBanRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelState channel = access.channel();
        Arn named = context.arn(request.memberArn());
        MemberArn banned = channel.ban(named)
                .map(Appointment::subject)
                .orElseThrow(() -> access.forbidden(
                        named + " is not banned from " + channel.arn() + ". Was the ban removed before?",
                        Provenance.ASSUMED));
        return new Outcome<>(
                Channels.removeBan(state, channel.arn(), banned),
                DeleteChannelBanResponse.builder().build());
    }
}
