package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModeratorSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsResponse;

/**
 * Lists the moderators of a channel. Documented: allowed for admins and moderators. Assumed: not for other members,
 * although AWS's own demonstration suggests the contrary; in the order of their ARNs.
 */
public final class ListChannelModerators extends Query<State, ListChannelModeratorsRequest> {
    public ListChannelModerators() {
        super(LIST_CHANNEL_MODERATORS, ListChannelModeratorsRequest.class);
    }

    @Override
    public ListChannelModeratorsResponse respond(State state, HandlerContext<ListChannelModeratorsRequest> context) {
        ListChannelModeratorsRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        Paging paging = Paging.of(operation(), ListScope.of(channel.arn()), request.maxResults(), request.nextToken());
        Page<Appointment> page = paging.page(channel.moderators(), MemberArn.class);
        return ListChannelModeratorsResponse.builder()
                .channelArn(channel.arn().text())
                .channelModerators(page.map(moderator -> ChannelModeratorSummary.builder()
                        .moderator(Views.identity(state, moderator.subject()))
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
