package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.PUT_CHANNEL_EXPIRATION_SETTINGS;

import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsResponse;

/**
 * Sets when a channel is deleted by itself. Documented: without settings it never is. Assumed: admins and moderators
 * may; a call without a bearer, which the model does not require, asks no role.
 */
final class PutChannelExpirationSettings extends Command<PutChannelExpirationSettingsRequest> {
    PutChannelExpirationSettings() {
        super(PUT_CHANNEL_EXPIRATION_SETTINGS, PutChannelExpirationSettingsRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<PutChannelExpirationSettingsRequest> invocation) {
        PutChannelExpirationSettingsRequest request = invocation.request();
        ChannelState channel = invocation.bearerArn().isPresent()
                ? ChannelAccess.permit(state, invocation, request.channelArn()).channel()
                : Channels.require(state, request.channelArn());
        return new Outcome(
                Expirations.set(state, channel, request.expirationSettings()),
                PutChannelExpirationSettingsResponse.builder()
                        .channelArn(channel.arn())
                        .expirationSettings(request.expirationSettings())
                        .build());
    }
}
