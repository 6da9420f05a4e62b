package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserResponse;

/**
 * Lists the channels that a user moderates. Documented: the bearer's own; any user's if the bearer is an admin.
 * Assumed: in the order of their ARNs.
 */
public final class ListChannelsModeratedByAppInstanceUser
        extends Query<State, ListChannelsModeratedByAppInstanceUserRequest> {
    public ListChannelsModeratedByAppInstanceUser() {
        super(LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER, ListChannelsModeratedByAppInstanceUserRequest.class);
    }

    @Override
    public ListChannelsModeratedByAppInstanceUserResponse respond(
            State state, HandlerContext<ListChannelsModeratedByAppInstanceUserRequest> context) {
        ListChannelsModeratedByAppInstanceUserRequest request = context.request();
        AppInstanceUser bearer = context.bearer();
        AppInstanceUser user = Users.ownOrAdmin(
                state,
                operation(),
                bearer,
                Optional.ofNullable(request.appInstanceUserArn()).map(context::arn));
        Paging paging = Paging.of(operation(), ListScope.of(user.arn()), request.maxResults(), request.nextToken());
        Page<ChannelState> page = paging.page(
                Channels.moderatorOf(
                        state, user, paging.rest(state.links(user.arn()).moderatorOf(), ChannelArn.class)),
                channel -> channel.arn().text());
        return ListChannelsModeratedByAppInstanceUserResponse.builder()
                .channels(page.map(channel -> Views.moderatedSummary(channel, bearer.arn())))
                .nextToken(page.nextToken())
                .build();
    }
}
