package io.github.chimefake;

import io.github.chimefake.call.ChimeCaller;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;

/**
 * Ready clients of Amazon Chime SDK identity, which makes app instances, users, bots and administrators. The same endpoint
 * answers them as answers the clients of messaging, and from the same state: who is registered here may chat there. As to
 * retries, test runs and closing they are like {@link ChimeMessagingServer#client()}.
 *
 * <pre>{@code
 * ChimeSdkIdentityClient identity = chime.identity().client();
 * identity.createAppInstanceUser(request -> request.appInstanceArn(chime.appInstance().arn())
 *         .appInstanceUserId("alice")
 *         .name("Alice"));
 * }</pre>
 *
 * <p>The SDK's module {@code software.amazon.awssdk:chimesdkidentity} is optional, which is why these methods have a class of
 * their own: what looks at the methods of {@link ChimeMessagingServer} must not need it.
 */
public final class IdentityClients {
    private final ClientsOfRun clients;
    private final ChimeCaller defaultCaller;

    IdentityClients(ClientsOfRun clients, ChimeCaller defaultCaller) {
        this.clients = clients;
        this.defaultCaller = defaultCaller;
    }

    /** A client that retries as the SDK does by default, but without waiting. */
    public ChimeSdkIdentityClient client() {
        return clientFor(defaultCaller);
    }

    /** The asynchronous twin of {@link #client()}. */
    public ChimeSdkIdentityAsyncClient asyncClient() {
        return async(Retries.WITHOUT_BACKOFF);
    }

    /** A client as {@link #client()}, but one that tries once. */
    public ChimeSdkIdentityClient clientWithoutRetries() {
        return sync(defaultCaller, Retries.NONE);
    }

    /** The asynchronous twin of {@link #clientWithoutRetries()}. */
    public ChimeSdkIdentityAsyncClient asyncClientWithoutRetries() {
        return async(Retries.NONE);
    }

    /** A client as {@link #client()}, whose requests this caller signs. */
    public ChimeSdkIdentityClient clientFor(ChimeCaller caller) {
        return sync(caller, Retries.WITHOUT_BACKOFF);
    }

    private ChimeSdkIdentityClient sync(ChimeCaller caller, Retries retries) {
        return clients.sync(ChimeSdkIdentityClient.class, ChimeSdkIdentityClient::builder, caller, retries);
    }

    private ChimeSdkIdentityAsyncClient async(Retries retries) {
        return clients.async(
                ChimeSdkIdentityAsyncClient.class, ChimeSdkIdentityAsyncClient::builder, defaultCaller, retries);
    }
}
