package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** The few calls that tests of the extension make. */
final class Chat {
    private Chat() {}

    static SendChannelMessageRequest hello(ChimeUser sender, ChimeChannel channel) {
        return SendChannelMessageRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(sender.arn())
                .content("hello")
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .build();
    }

    /** The status of the refusal; empty if the message was accepted. */
    static Optional<Integer> send(ChimeSdkMessagingClient client, ChimeUser sender, ChimeChannel channel) {
        return Optional.ofNullable(catchThrowableOfType(
                        ChimeSdkMessagingException.class, () -> client.sendChannelMessage(hello(sender, channel))))
                .map(ChimeSdkMessagingException::statusCode);
    }

    static ListChannelsRequest channels(ChimeUser bearer) {
        return ListChannelsRequest.builder()
                .appInstanceArn(bearer.arn().substring(0, bearer.arn().indexOf("/user/")))
                .chimeBearer(bearer.arn())
                .build();
    }
}
