package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.LIST_CHANNELS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

/**
 * Lists the channels of an app instance. Documented: PRIVATE ones are listed for admins only, and only on request.
 * Observed: without a filter, a PRIVATE channel is not listed even for its creator. Assumed: in the order of their
 * ARNs.
 */
public final class ListChannels extends Query<State, ListChannelsRequest> {
    public ListChannels() {
        super(LIST_CHANNELS, ListChannelsRequest.class);
    }

    @Override
    public ListChannelsResponse respond(State state, HandlerContext<ListChannelsRequest> context) {
        ListChannelsRequest request = context.request();
        AppInstanceUser bearer = context.bearer();
        AppInstanceMessaging appInstance = AppInstances.require(state, bearer, context.arn(request.appInstanceArn()));
        ChannelPrivacy privacy = Optional.ofNullable(request.privacy()).orElse(ChannelPrivacy.PUBLIC);
        if (privacy == ChannelPrivacy.PRIVATE && !bearer.admin()) {
            throw ServiceError.of(
                            ChimeError.FORBIDDEN,
                            bearer.arn()
                                    + " is not an app instance admin, and only admins may list PRIVATE channels. Leave"
                                    + " the privacy out, or use ListChannelMembershipsForAppInstanceUser for the"
                                    + " channels that this user belongs to.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        Paging paging = Paging.of(
                operation(),
                ListScope.of(appInstance.arn()).with("Privacy", privacy),
                request.maxResults(),
                request.nextToken());
        Page<ChannelArn> page = paging.page(appInstance.channels().withPrivacy(privacy), ChannelArn.class);
        return ListChannelsResponse.builder()
                .channels(page.map(arn -> Views.summary(state.channel(arn).orElseThrow(), bearer.arn())))
                .nextToken(page.nextToken())
                .build();
    }
}
