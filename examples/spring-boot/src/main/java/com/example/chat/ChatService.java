package com.example.chat;

import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Posts messages. */
@Service
public class ChatService {
    private final ChimeSdkMessagingClient client;
    private final ChimeProperties chime;

    ChatService(ChimeSdkMessagingClient client, ChimeProperties chime) {
        this.client = client;
        this.chime = chime;
    }

    /**
     * Posts a message.
     *
     * @param channel the ARN of the channel
     * @param author the id of the user
     */
    public Posting post(String channel, String author, String text) {
        try {
            client.sendChannelMessage(request -> request.channelArn(channel)
                    .content(text)
                    .type(ChannelMessageType.STANDARD)
                    .persistence(ChannelMessagePersistenceType.PERSISTENT)
                    .chimeBearer(chime.appInstanceArn() + "/user/" + author));
            return Posting.POSTED;
        } catch (UnauthorizedClientException e) {
            return Posting.AUTHOR_UNKNOWN;
        } catch (ForbiddenException e) {
            return Posting.NOT_ALLOWED;
        }
    }
}
