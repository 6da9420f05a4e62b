package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.events.MemberRemoved;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorResponse;

/**
 * Makes a user or bot a moderator. Documented: allowed for admins, and for moderators who are also members; 409 for a
 * user that is a moderator already. Assumed: the new moderator need not be a member, and does not become one.
 */
public final class CreateChannelModerator extends Command<State, CreateChannelModeratorRequest> {
    public CreateChannelModerator() {
        super(CREATE_CHANNEL_MODERATOR, CreateChannelModeratorRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<CreateChannelModeratorRequest> context) {
        CreateChannelModeratorRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelState channel = access.channel();
        AppInstanceUser moderator =
                Users.require(state, channel.appInstance(), context.arn(request.channelModeratorArn()));
        if (channel.hasModerator(moderator.arn())) {
            throw new ServiceError(
                            Layer.STATE,
                            ChimeError.CONFLICT,
                            "The user is already a moderator of the channel.",
                            moderator.arn() + " is a moderator of " + channel.arn()
                                    + " already. Do not appoint it again.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        ResourceQuotas quotas = state.quotas();
        quotas.require(Quota.MODERATORS_PER_CHANNEL, channel.moderators().size() + 1, channel.arn());
        Appointment appointment =
                new Appointment(moderator.arn(), Optional.of(access.bearer().arn()), context.now());
        return new Outcome<>(
                Channels.addModerator(withoutMembership(state, channel, moderator), channel.arn(), appointment),
                CreateChannelModeratorResponse.builder()
                        .channelArn(channel.arn().text())
                        .channelModerator(Views.identity(state, moderator.arn()))
                        .build(),
                List.of(),
                channel.isElastic() ? MemberRemoved.outcomeEvents(channel, moderator.arn()) : List.of());
    }

    /**
     * Returns the state without the membership of a new moderator. Documented: in an elastic channel, it is deleted.
     */
    private static State withoutMembership(State state, ChannelState channel, AppInstanceUser user) {
        return channel.isElastic() ? Channels.removeMember(state, channel.arn(), user.arn()) : state;
    }
}
