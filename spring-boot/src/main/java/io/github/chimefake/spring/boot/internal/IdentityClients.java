package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;

/** Factory methods of beans, which need the SDK's identity module. */
public final class IdentityClients {
    private IdentityClients() {}

    /** Returns a client of identity. */
    public static ChimeSdkIdentityClient identityClient(ChimeMessagingServer chime) {
        return chime.clients().identityClient();
    }

    /** Returns an asynchronous client of identity. */
    public static ChimeSdkIdentityAsyncClient identityAsyncClient(ChimeMessagingServer chime) {
        return chime.clients().identityAsyncClient();
    }
}
