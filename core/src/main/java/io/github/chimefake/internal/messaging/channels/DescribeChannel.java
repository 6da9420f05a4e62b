package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;

/**
 * Describes a channel. Documented: all users may describe a PUBLIC channel. Observed: members and moderators may also
 * describe a PRIVATE one, although a footnote of the role table says otherwise.
 */
public final class DescribeChannel extends Query<State, DescribeChannelRequest> {
    public DescribeChannel() {
        super(DESCRIBE_CHANNEL, DescribeChannelRequest.class);
    }

    @Override
    public DescribeChannelResponse respond(State state, HandlerContext<DescribeChannelRequest> context) {
        ChannelAccess access = ChannelAccess.permit(state, context);
        return DescribeChannelResponse.builder()
                .channel(Views.channel(state, access.channel(), access.bearer().arn()))
                .build();
    }
}
