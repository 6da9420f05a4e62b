package io.github.chimefake;

import com.google.errorprone.annotations.CheckReturnValue;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * Selects AWS clients that are ready to call the fake: which caller signs, which user is the bearer, and whether they retry.
 *
 * <pre>{@code
 * ChimeSdkMessagingClient client = chime.clients().signedBy(backend).speakingFor(alice).withoutRetries().client();
 * }</pre>
 *
 * <p>By default {@code chime.caller()} signs, no bearer is added, and clients retry as the SDK does by default, but without waiting. Clients
 * live as long as {@link ChimeMessagingServer#client()} says.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 */
@CheckReturnValue
public interface ChimeClients {
    /** Selects clients whose requests this caller signs. */
    ChimeClients signedBy(ChimeCaller caller);

    /**
     * Selects clients that set {@code x-amz-chime-bearer} to this user unless a request already has one. Without {@link #signedBy}, each
     * client signs as a dedicated caller, {@code user/ID}, as a browser of that user would.
     */
    ChimeClients speakingFor(ChimeUser user);

    /** Selects clients that make one attempt. */
    ChimeClients withoutRetries();

    /**
     * Returns a client of messaging.
     *
     * @throws IllegalStateException if the fake is closed
     */
    ChimeSdkMessagingClient client();

    /**
     * Returns an asynchronous client of messaging.
     *
     * @throws IllegalStateException if the fake is closed
     */
    ChimeSdkMessagingAsyncClient asyncClient();

    /**
     * Returns a client of identity.
     *
     * @throws IllegalStateException if the SDK's module {@code chimesdkidentity} is not on the class path or older than 2.25.1, if the
     *     selection has a user, as calls of identity have no bearer, or if the fake is closed
     */
    ChimeSdkIdentityClient identityClient();

    /**
     * Returns an asynchronous client of identity.
     *
     * @throws IllegalStateException as {@link #identityClient()} does
     */
    ChimeSdkIdentityAsyncClient identityAsyncClient();

    /**
     * Sets on a client builder of messaging or identity what a client needs to call the fake: endpoint, region,
     * credentials, the bearer, and what ties the client to its test. FIPS and dual-stack endpoints are switched off, as they exclude
     * an endpoint. HTTP client, proxy, retries, timeouts and everything else stay the user's, and so do surroundings such as AWS profiles. Call it last: a later
     * {@code overrideConfiguration(…)} replaces what ties the client to its test.
     *
     * <pre>{@code
     * ChimeSdkMessagingClient client = chime.clients()
     *         .configure(ChimeSdkMessagingClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
     *         .build();
     * }</pre>
     *
     * @param builder of a client of messaging or identity, synchronous or asynchronous
     * @return the builder
     * @throws IllegalArgumentException if it is a builder of another service's client
     * @throws IllegalStateException if the selection is {@link #withoutRetries()}, as retries are the user's, or the fake is closed
     */
    @Experimental
    <B extends AwsClientBuilder<B, ?>> B configure(B builder);
}
