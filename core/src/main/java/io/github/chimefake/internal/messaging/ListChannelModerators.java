package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;

import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModeratorSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsResponse;

/**
 * Lists moderators. Documented: for admins and moderators. Assumed: not for plain members, on which AWS's own
 * demonstration hints at the contrary; in the order of their ARNs.
 */
final class ListChannelModerators extends Query<ListChannelModeratorsRequest> {
    ListChannelModerators() {
        super(LIST_CHANNEL_MODERATORS, ListChannelModeratorsRequest.class);
    }

    @Override
    ListChannelModeratorsResponse answer(State state, Invocation<ListChannelModeratorsRequest> invocation) {
        ListChannelModeratorsRequest request = invocation.request();
        ChannelState channel =
                ChannelAccess.permit(state, invocation, request.channelArn()).channel();
        Paging paging = Paging.of(operation(), channel.arn(), request.maxResults(), request.nextToken());
        Page<Appointment> page = paging.page(channel.moderators());
        return ListChannelModeratorsResponse.builder()
                .channelArn(channel.arn())
                .channelModerators(page.map(moderator -> ChannelModeratorSummary.builder()
                        .moderator(Views.identity(state, moderator.subject()))
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
