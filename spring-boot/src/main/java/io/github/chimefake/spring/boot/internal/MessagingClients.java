package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Factory methods of beans, which Spring and the code that it generates ahead of time call. */
public final class MessagingClients {
    private MessagingClients() {}

    /** Returns a client of messaging. */
    public static ChimeSdkMessagingClient client(ChimeMessagingServer chime) {
        return chime.client();
    }

    /** Returns an asynchronous client of messaging. */
    public static ChimeSdkMessagingAsyncClient asyncClient(ChimeMessagingServer chime) {
        return chime.asyncClient();
    }
}
