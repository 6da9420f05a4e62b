package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;

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
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;

/**
 * Lists the channels that a user belongs to. Documented: the bearer's own; any user's if the bearer is an admin.
 * Observed: not in the order of their last messages. Assumed: in the order of their ARNs.
 */
public final class ListChannelMembershipsForAppInstanceUser
        extends Query<State, ListChannelMembershipsForAppInstanceUserRequest> {
    public ListChannelMembershipsForAppInstanceUser() {
        super(LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER, ListChannelMembershipsForAppInstanceUserRequest.class);
    }

    @Override
    public ListChannelMembershipsForAppInstanceUserResponse respond(
            State state, HandlerContext<ListChannelMembershipsForAppInstanceUserRequest> context) {
        ListChannelMembershipsForAppInstanceUserRequest request = context.request();
        AppInstanceUser bearer = context.bearer();
        AppInstanceUser user = Users.ownOrAdmin(
                state,
                operation(),
                bearer,
                Optional.ofNullable(request.appInstanceUserArn()).map(context::arn));
        Paging paging = Paging.of(operation(), ListScope.of(user.arn()), request.maxResults(), request.nextToken());
        Page<ChannelState> page = paging.page(
                Channels.memberOf(
                        state, user, paging.rest(state.links(user.arn()).memberOf(), ChannelArn.class)),
                channel -> channel.arn().text());
        return ListChannelMembershipsForAppInstanceUserResponse.builder()
                .channelMemberships(page.map(channel -> Views.membershipSummary(channel, user.arn(), bearer.arn())))
                .nextToken(page.nextToken())
                .build();
    }
}
