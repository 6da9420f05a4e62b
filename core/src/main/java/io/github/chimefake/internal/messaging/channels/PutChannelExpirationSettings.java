package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.PUT_CHANNEL_EXPIRATION_SETTINGS;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Expirations;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsResponse;

/**
 * Sets when a channel expires. Documented: without settings it does not expire. Assumed: allowed for admins and
 * moderators; the model does not require a bearer, and without one no role is checked.
 */
public final class PutChannelExpirationSettings extends Command<State, PutChannelExpirationSettingsRequest> {
    public PutChannelExpirationSettings() {
        super(PUT_CHANNEL_EXPIRATION_SETTINGS, PutChannelExpirationSettingsRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<PutChannelExpirationSettingsRequest> context) {
        PutChannelExpirationSettingsRequest request = context.request();
        ChannelState channel = context.optionalBearer().isPresent()
                ? ChannelAccess.permit(state, context).channel()
                : Channels.require(state, context.channel());
        return new Outcome<>(
                Expirations.set(state, channel, request.expirationSettings()),
                PutChannelExpirationSettingsResponse.builder()
                        .channelArn(channel.arn().text())
                        .expirationSettings(request.expirationSettings())
                        .build());
    }
}
