package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.constraints.ChannelConstraints;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.SubChannels;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;

/**
 * Lists the members of a channel. Documented: HIDDEN members only on request, and for admins and moderators only.
 * Assumed: in the order of their ARNs; all members of an elastic channel if the request has no sub-channel.
 */
public final class ListChannelMemberships extends Query<State, ListChannelMembershipsRequest> {
    public ListChannelMemberships() {
        super(LIST_CHANNEL_MEMBERSHIPS, ListChannelMembershipsRequest.class);
    }

    @Override
    public ListChannelMembershipsResponse respond(State state, HandlerContext<ListChannelMembershipsRequest> context) {
        ListChannelMembershipsRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelMembershipType type = Optional.ofNullable(request.type()).orElse(ChannelMembershipType.DEFAULT);
        if (type == ChannelMembershipType.HIDDEN && !access.isModeratorOrAdmin()) {
            throw ChannelConstraints.HIDDEN_FOR_MODERATORS.broken(
                    access.bearer().arn() + " is neither admin nor moderator of "
                            + access.channel().arn() + ", and only those may list HIDDEN members. Leave the type out.");
        }
        ChannelState channel = access.channel();
        if (!channel.isElastic()) {
            SubChannels.requireAbsent(channel, request.subChannelId());
        }
        Paging paging = Paging.of(
                operation(),
                ListScope.of(channel.arn()).with("Type", type).with("SubChannelId", request.subChannelId()),
                request.maxResults(),
                request.nextToken());
        Page<MemberArn> page = request.subChannelId() == null
                ? paging.page(channel.members().ofType(type).keySet(), MemberArn.class)
                : paging.page(SubChannels.find(access, request.subChannelId()).members(), MemberArn.class);
        return ListChannelMembershipsResponse.builder()
                .channelArn(channel.arn().text())
                .channelMemberships(page.map(member -> ChannelMembershipSummary.builder()
                        .member(Views.identity(state, member))
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
