package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DELETE_CHANNEL_BAN;

import io.github.chimefake.Provenance;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanResponse;

/**
 * Lifts a ban. Documented: admins and moderators may; it makes nobody a member again. Assumed: 403 for one who is not
 * banned, as the model has neither 404 nor 409 here.
 */
final class DeleteChannelBan extends Command<DeleteChannelBanRequest> {
    DeleteChannelBan() {
        super(DELETE_CHANNEL_BAN, DeleteChannelBanRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DeleteChannelBanRequest> invocation) {
        DeleteChannelBanRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.permit(state, invocation, request.channelArn());
        if (!access.channel().hasBanned(request.memberArn())) {
            throw access.forbidden(
                    request.memberArn() + " is not banned from "
                            + access.channel().arn() + ". Was the ban removed before?",
                    Provenance.ASSUMED);
        }
        return new Outcome(
                Channels.removeBan(state, access.channel().arn(), request.memberArn()),
                DeleteChannelBanResponse.builder().build());
    }
}
