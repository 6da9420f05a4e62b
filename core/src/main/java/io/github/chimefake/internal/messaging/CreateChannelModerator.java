package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;
import io.github.chimefake.internal.identity.AppInstanceUser;
import io.github.chimefake.internal.service.ResourceQuotas;
import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorResponse;

/**
 * Appoints a moderator. Documented: admins may, and moderators once they are members too; 409 for one who is a
 * moderator already. Assumed: the new moderator need not be a member, and does not become one.
 */
final class CreateChannelModerator extends Command<CreateChannelModeratorRequest> {
    CreateChannelModerator() {
        super(CREATE_CHANNEL_MODERATOR, CreateChannelModeratorRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<CreateChannelModeratorRequest> invocation) {
        CreateChannelModeratorRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.permit(state, invocation, request.channelArn());
        ChannelState channel = access.channel();
        AppInstanceUser moderator = Users.require(state, channel.appInstance(), request.channelModeratorArn());
        if (channel.hasModerator(moderator.arn())) {
            throw new Refusal(
                            ChimeError.CONFLICT,
                            "The user is already a moderator of the channel.",
                            moderator.arn() + " is a moderator of " + channel.arn()
                                    + " already. Do not appoint it again.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        ResourceQuotas quotas = invocation.settings().quotas();
        quotas.require(Quota.MODERATORS_PER_CHANNEL, channel.moderators().size() + 1, channel.arn());
        Appointment appointment =
                new Appointment(moderator.arn(), Optional.of(access.bearer().arn()), invocation.now());
        return new Outcome(
                Channels.addModerator(withoutMembership(state, channel, moderator), channel.arn(), appointment),
                CreateChannelModeratorResponse.builder()
                        .channelArn(channel.arn())
                        .channelModerator(Views.identity(state, moderator.arn()))
                        .build());
    }

    /** Documented: in an elastic channel, whoever becomes a moderator loses its membership. */
    private static State withoutMembership(State state, ChannelState channel, AppInstanceUser user) {
        return channel.isElastic() ? Channels.removeMember(state, channel.arn(), user.arn()) : state;
    }
}
