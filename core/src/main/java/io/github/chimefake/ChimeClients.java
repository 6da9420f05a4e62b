package io.github.chimefake;

import com.google.errorprone.annotations.CheckReturnValue;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * A selection of AWS clients that are ready to call the fake: which caller signs, which user is the bearer, and whether they retry.
 *
 * <pre>{@code
 * ChimeSdkMessagingClient client = chime.clients().signedBy(backend).speakingFor(alice).withoutRetries().client();
 * }</pre>
 *
 * <p>By default {@code chime.caller()} signs, no bearer is added, and clients retry as the SDK does by default, but without waiting.
 * {@link ChimeMessagingServer#client()} describes how long clients work.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
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

    /** Selects clients that make exactly one attempt for each call. */
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
     * @throws IllegalStateException if the SDK's module {@code chimesdkidentity} is not on the class path or older than 2.25.1, if
     *     {@link #speakingFor} was selected, as calls of identity have no bearer, or if the fake is closed
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
     * credentials, the bearer, and what ties the client to its test. FIPS and dual-stack endpoints are switched off, as the SDK
     * rejects them together with an explicit endpoint. HTTP client, proxy, retries, timeouts and all other settings of the builder stay
     * as they are, and AWS profiles and environment variables still apply. Call this method last: a later
     * {@code overrideConfiguration(…)} replaces the settings that tie the client to its test.
     *
     * <pre>{@code
     * ChimeSdkMessagingClient client = chime.clients()
     *         .configure(ChimeSdkMessagingClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
     *         .build();
     * }</pre>
     *
     * @param builder of a client of messaging or identity, synchronous or asynchronous
     * @return the same builder
     * @throws IllegalArgumentException if it is a builder of another service's client
     * @throws IllegalStateException if {@link #withoutRetries()} was selected, as the builder decides about retries, or the fake is closed
     */
    @Experimental
    <B extends AwsClientBuilder<B, ?>> B configure(B builder);
}
