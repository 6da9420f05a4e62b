package io.github.chimefake.spring.boot;

import io.github.chimefake.ChimeMessagingServer;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

/** Calls that tests make. */
final class Chat {
    private Chat() {}

    /** Lists the channels of the app instance, for alice. */
    static ListChannelsResponse list(ChimeSdkMessagingClient client, ChimeMessagingServer chime) {
        return client.listChannels(
                request -> request.appInstanceArn(chime.appInstance().arn())
                        .chimeBearer(chime.user("alice").arn()));
    }
}
