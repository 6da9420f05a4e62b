package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_CHANNELS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;
import io.github.chimefake.internal.identity.AppInstanceUser;
import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

/**
 * Lists the channels of an app instance. Documented: PRIVATE ones are listed for admins only, and only when asked for.
 * Observed: without a filter even the creator of a PRIVATE channel does not see it here. Assumed: in the order of their
 * ARNs.
 */
final class ListChannels extends Query<ListChannelsRequest> {
    ListChannels() {
        super(LIST_CHANNELS, ListChannelsRequest.class);
    }

    @Override
    ListChannelsResponse answer(State state, Invocation<ListChannelsRequest> invocation) {
        ListChannelsRequest request = invocation.request();
        AppInstanceUser bearer = invocation.bearer(state);
        AppInstanceMessaging appInstance = AppInstances.require(state, bearer, request.appInstanceArn());
        ChannelPrivacy privacy = Optional.ofNullable(request.privacy()).orElse(ChannelPrivacy.PUBLIC);
        if (privacy == ChannelPrivacy.PRIVATE && !bearer.admin()) {
            throw Refusal.of(
                            ChimeError.FORBIDDEN,
                            bearer.arn() + " is no app instance admin, and only admins may list PRIVATE channels. Leave"
                                    + " the privacy out, or use ListChannelMembershipsForAppInstanceUser for the"
                                    + " channels that this user belongs to.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        Paging paging =
                Paging.of(operation(), appInstance.arn() + " " + privacy, request.maxResults(), request.nextToken());
        Page<String> page = paging.page(appInstance.channels().of(privacy));
        return ListChannelsResponse.builder()
                .channels(page.map(arn -> Views.summary(state.channel(arn).orElseThrow(), bearer.arn())))
                .nextToken(page.nextToken())
                .build();
    }
}
