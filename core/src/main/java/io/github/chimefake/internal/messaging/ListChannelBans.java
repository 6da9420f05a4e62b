package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_CHANNEL_BANS;

import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelBanSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansResponse;

/** Lists who is banned. Documented: for admins and moderators. Assumed: in the order of their ARNs. */
final class ListChannelBans extends Query<ListChannelBansRequest> {
    ListChannelBans() {
        super(LIST_CHANNEL_BANS, ListChannelBansRequest.class);
    }

    @Override
    ListChannelBansResponse answer(State state, Invocation<ListChannelBansRequest> invocation) {
        ListChannelBansRequest request = invocation.request();
        ChannelState channel =
                ChannelAccess.permit(state, invocation, request.channelArn()).channel();
        Paging paging = Paging.of(operation(), channel.arn(), request.maxResults(), request.nextToken());
        Page<Appointment> page = paging.page(channel.bans());
        return ListChannelBansResponse.builder()
                .channelArn(channel.arn())
                .channelBans(page.map(ban -> ChannelBanSummary.builder()
                        .member(Views.identity(state, ban.subject()))
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
