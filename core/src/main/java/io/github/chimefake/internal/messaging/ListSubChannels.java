package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SubChannelSummary;

/**
 * Lists the sub-channels of an elastic channel. Documented: for admins and moderators. Assumed: 400 for a channel that
 * is not elastic; moderators count as members of those they are in; in the order of their ids.
 */
final class ListSubChannels extends Query<ListSubChannelsRequest> {
    ListSubChannels() {
        super(LIST_SUB_CHANNELS, ListSubChannelsRequest.class);
    }

    @Override
    ListSubChannelsResponse answer(State state, Invocation<ListSubChannelsRequest> invocation) {
        ListSubChannelsRequest request = invocation.request();
        ChannelState channel =
                ChannelAccess.permit(state, invocation, request.channelArn()).channel();
        if (!channel.isElastic()) {
            throw SubChannels.badRequest(
                    channel.arn() + " is not elastic and has no sub-channels. Create it with an"
                            + " ElasticChannelConfiguration.",
                    Provenance.ASSUMED);
        }
        Paging paging = Paging.of(operation(), channel.arn(), request.maxResults(), request.nextToken());
        Page<SubChannel> page = paging.page(channel.subChannels());
        return ListSubChannelsResponse.builder()
                .channelArn(channel.arn())
                .subChannels(page.map(subChannel -> SubChannelSummary.builder()
                        .subChannelId(subChannel.id())
                        .membershipCount(subChannel.members().size())
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
