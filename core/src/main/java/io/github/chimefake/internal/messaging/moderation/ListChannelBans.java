package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.LIST_CHANNEL_BANS;

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
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelBanSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansResponse;

/** Lists the bans of a channel. Documented: allowed for admins and moderators. Assumed: in the order of their ARNs. */
public final class ListChannelBans extends Query<State, ListChannelBansRequest> {
    public ListChannelBans() {
        super(LIST_CHANNEL_BANS, ListChannelBansRequest.class);
    }

    @Override
    public ListChannelBansResponse respond(State state, HandlerContext<ListChannelBansRequest> context) {
        ListChannelBansRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        Paging paging = Paging.of(operation(), ListScope.of(channel.arn()), request.maxResults(), request.nextToken());
        Page<Appointment> page = paging.page(channel.bans(), MemberArn.class);
        return ListChannelBansResponse.builder()
                .channelArn(channel.arn().text())
                .channelBans(page.map(ban -> ChannelBanSummary.builder()
                        .member(Views.identity(state, ban.subject()))
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
