package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;

import io.github.chimefake.internal.identity.AppInstanceUser;
import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsModeratedByAppInstanceUserResponse;

/**
 * Lists the channels that a user moderates. Documented: the bearer's own, or for an admin anybody's. Assumed: in the
 * order of their ARNs.
 */
final class ListChannelsModeratedByAppInstanceUser extends Query<ListChannelsModeratedByAppInstanceUserRequest> {
    ListChannelsModeratedByAppInstanceUser() {
        super(LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER, ListChannelsModeratedByAppInstanceUserRequest.class);
    }

    @Override
    ListChannelsModeratedByAppInstanceUserResponse answer(
            State state, Invocation<ListChannelsModeratedByAppInstanceUserRequest> invocation) {
        ListChannelsModeratedByAppInstanceUserRequest request = invocation.request();
        AppInstanceUser bearer = invocation.bearer(state);
        AppInstanceUser user = Users.ownOrAdmin(state, operation(), bearer, request.appInstanceUserArn());
        Paging paging = Paging.of(operation(), user.arn(), request.maxResults(), request.nextToken());
        Page<ChannelState> page = paging.page(
                Channels.moderatorOf(
                        state, user, paging.rest(state.links(user.arn()).moderatorOf())),
                ChannelState::arn);
        return ListChannelsModeratedByAppInstanceUserResponse.builder()
                .channels(page.map(channel -> Views.moderatedSummary(channel, bearer.arn())))
                .nextToken(page.nextToken())
                .build();
    }
}
