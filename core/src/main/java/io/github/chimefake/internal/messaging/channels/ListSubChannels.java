package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;

import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.constraints.ElasticChannelConstraints;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.SubChannel;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SubChannelSummary;

/**
 * Lists the sub-channels of an elastic channel. Documented: for admins and moderators. Assumed: 400 for a channel that
 * is not elastic; moderators are counted as members of the sub-channels that they are in; in the order of their ids.
 */
public final class ListSubChannels extends Query<State, ListSubChannelsRequest> {
    public ListSubChannels() {
        super(LIST_SUB_CHANNELS, ListSubChannelsRequest.class);
    }

    @Override
    public ListSubChannelsResponse respond(State state, HandlerContext<ListSubChannelsRequest> context) {
        ListSubChannelsRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        if (!channel.isElastic()) {
            throw ElasticChannelConstraints.ELASTIC_ONLY.broken(channel.arn()
                    + " is not elastic and has no sub-channels. Create it with an ElasticChannelConfiguration.");
        }
        Paging paging = Paging.of(operation(), ListScope.of(channel.arn()), request.maxResults(), request.nextToken());
        Page<SubChannel> page = paging.page(channel.subChannels());
        return ListSubChannelsResponse.builder()
                .channelArn(channel.arn().text())
                .subChannels(page.map(subChannel -> SubChannelSummary.builder()
                        .subChannelId(subChannel.id())
                        .membershipCount(subChannel.members().size())
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
