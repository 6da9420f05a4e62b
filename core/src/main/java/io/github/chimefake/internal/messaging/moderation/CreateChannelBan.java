package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.constraints.ChannelConstraints;
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
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanResponse;

/**
 * Bans a user from a channel. Documented: allowed for admins and moderators; admins and moderators of the channel
 * cannot be banned; a member is removed immediately. Documented in the model: 409 for a user that is banned already.
 * Assumed: a non-member can be banned, too, and can still read a PUBLIC channel like any other non-member.
 */
public final class CreateChannelBan extends Command<State, CreateChannelBanRequest> {
    public CreateChannelBan() {
        super(CREATE_CHANNEL_BAN, CreateChannelBanRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<CreateChannelBanRequest> context) {
        CreateChannelBanRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelState channel = access.channel();
        AppInstanceUser user = Users.require(state, channel.appInstance(), context.arn(request.memberArn()));
        if (user.admin() || channel.hasModerator(user.arn())) {
            throw ChannelConstraints.NO_MODERATOR_BANNED.broken(
                    user.arn() + " is " + (user.admin() ? ChannelRole.ADMIN : ChannelRole.MODERATOR)
                            + " and cannot be banned from " + channel.arn() + ". Take that role from it first.");
        }
        if (channel.hasBanned(user.arn())) {
            throw new ServiceError(
                            Layer.STATE,
                            ChimeError.CONFLICT,
                            "The user is already banned from the channel.",
                            user.arn() + " is banned from " + channel.arn() + " already. Do not ban it again.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        Appointment ban =
                new Appointment(user.arn(), Optional.of(access.bearer().arn()), context.now());
        return new Outcome<>(
                Channels.addBan(Channels.removeMember(state, channel.arn(), user.arn()), channel.arn(), ban),
                CreateChannelBanResponse.builder()
                        .channelArn(channel.arn().text())
                        .member(Views.identity(state, user.arn()))
                        .build(),
                List.of(),
                MemberRemoved.outcomeEvents(channel, user.arn()));
    }
}
