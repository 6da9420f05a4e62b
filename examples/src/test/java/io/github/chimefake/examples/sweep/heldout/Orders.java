package io.github.chimefake.examples.sweep.heldout;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/** Posts news of orders exactly once, whoever calls how often. */
class Orders {
    private final ChimeSdkMessagingClient chime;
    private final String shop;

    Orders(ChimeSdkMessagingClient chime, String shop) {
        this.chime = chime;
        this.shop = shop;
    }

    /** Tells that an order was shipped. Returns the id of the message. */
    String shipped(String channel, String order) {
        String token = token("shipped", order);
        try {
            return post(channel, "order " + order + " was shipped", token);
        } catch (SdkClientException e) {
            return post(channel, "order " + order + " was shipped", token);
        }
    }

    static String token(String kind, String order) {
        return UUID.nameUUIDFromBytes((kind + order).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    final String post(String channel, String text, String token) {
        return chime.sendChannelMessage(r -> r.channelArn(channel)
                        .content(text)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT)
                        .clientRequestToken(token)
                        .chimeBearer(shop))
                .messageId();
    }

    /** Opens the channel of an order. Returns its ARN. */
    String open(String appInstance, String order) {
        return chime.createChannel(r -> r.appInstanceArn(appInstance)
                        .name("order " + order)
                        .clientRequestToken(token("open", order))
                        .chimeBearer(shop))
                .channelArn();
    }

    /** Changed: a token for each attempt. */
    static final class TokenOfAttempt extends Orders {
        TokenOfAttempt(ChimeSdkMessagingClient chime, String shop) {
            super(chime, shop);
        }

        @Override
        String shipped(String channel, String order) {
            try {
                return post(
                        channel,
                        "order " + order + " was shipped",
                        UUID.randomUUID().toString());
            } catch (SdkClientException e) {
                return post(
                        channel,
                        "order " + order + " was shipped",
                        UUID.randomUUID().toString());
            }
        }
    }
}
