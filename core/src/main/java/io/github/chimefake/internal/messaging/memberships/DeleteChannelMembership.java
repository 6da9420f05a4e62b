package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.constraints.SubChannelConstraints;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.events.MemberRemoved;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.SubChannels;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.ElasticChannels;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipResponse;

/**
 * Removes a member. Documented: admins and moderators may remove all members, members may remove themselves; a
 * moderator of an elastic channel is removed from the sub-channel in the request, or from all if it has none. Assumed:
 * members may remove others in UNRESTRICTED channels; 409 for a user that is not a member, because the model has no 404
 * here; 400 for an unexpected sub-channel id.
 */
public final class DeleteChannelMembership extends Command<State, DeleteChannelMembershipRequest> {
    public DeleteChannelMembership() {
        super(DELETE_CHANNEL_MEMBERSHIP, DeleteChannelMembershipRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteChannelMembershipRequest> context) {
        DeleteChannelMembershipRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context, context.arn(request.memberArn()));
        ChannelState channel = access.channel();
        AppInstanceUser member = Users.require(state, channel.appInstance(), context.arn(request.memberArn()));
        Membership membership = channel.members().find(member.arn()).orElseThrow(() -> notAMember(channel, member));
        return new Outcome<>(
                leave(state, channel, membership, request.subChannelId()),
                DeleteChannelMembershipResponse.builder().build(),
                List.of(),
                events(channel, membership, Optional.ofNullable(request.subChannelId())));
    }

    private static List<Outcome.Event> events(
            ChannelState channel, Membership membership, Optional<String> subChannelId) {
        return subChannelId
                .<List<Outcome.Event>>map(
                        id -> List.of(new MemberRemoved(channel.arn(), subChannelId, membership, false)))
                .orElseGet(() -> List.copyOf(MemberRemoved.completely(channel.arn(), membership)));
    }

    private static State leave(
            State state, ChannelState channel, Membership membership, @Nullable String subChannelId) {
        if (!channel.isElastic()) {
            SubChannels.requireAbsent(channel, subChannelId);
        } else if (subChannelId != null) {
            SubChannelConstraints.NOT_OF_MEMBERS.require(
                    channel.hasModerator(membership.member()),
                    membership.member() + " is no moderator of " + channel.arn()
                            + ". Leave SubChannelId out, which is for moderators.");
            if (!membership.subChannels().contains(subChannelId)) {
                throw notAMember(channel, state.user(membership.member()).orElseThrow());
            }
            return ElasticChannels.leave(state, channel, membership, subChannelId);
        }
        return Channels.removeMember(state, channel.arn(), membership.member());
    }

    private static ServiceErrorException notAMember(ChannelState channel, AppInstanceUser user) {
        return new ServiceError(
                        Layer.STATE,
                        ChimeError.CONFLICT,
                        "The user is not a member of the channel.",
                        user.arn() + " is not a member of " + channel.arn()
                                + ". Was it removed before? A clean-up may ignore this error.",
                        Provenance.ASSUMED)
                .asException();
    }
}
