package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.UPDATE_CHANNEL;

import io.github.chimefake.internal.constraints.ElasticChannelConstraints;
import io.github.chimefake.internal.messaging.events.ChannelUpdated;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.ChannelState.Attributes;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelResponse;

/**
 * Changes name, mode and metadata of a channel. Documented: privacy cannot be changed, nor the mode of an elastic
 * channel. Assumed: absent members are unchanged.
 */
public final class UpdateChannel extends Command<State, UpdateChannelRequest> {
    public UpdateChannel() {
        super(UPDATE_CHANNEL, UpdateChannelRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<UpdateChannelRequest> context) {
        UpdateChannelRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        if (channel.isElastic() && request.mode() == ChannelMode.UNRESTRICTED) {
            throw ElasticChannelConstraints.RESTRICTED.broken(
                    channel.arn() + " is elastic and stays RESTRICTED. Leave the mode out.");
        }
        Attributes previous = channel.attributes();
        Attributes attributes = new Attributes(
                Optional.ofNullable(request.name()).orElse(previous.name()),
                Optional.ofNullable(request.mode()).orElse(previous.mode()),
                previous.privacy(),
                Optional.ofNullable(request.metadata()).or(previous::metadata),
                context.now());
        ChannelState updated = channel.with(attributes);
        return new Outcome<>(
                state.with(updated),
                UpdateChannelResponse.builder().channelArn(channel.arn().text()).build(),
                ChannelUpdated.of(updated));
    }
}
