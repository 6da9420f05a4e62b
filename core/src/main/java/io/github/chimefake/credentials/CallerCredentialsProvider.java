package io.github.chimefake.credentials;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * A provider of the credentials of one caller, which renews them after they have expired. It counts requests, so that a test can verify
 * that code that gets an {@code ExpiredTokenException} requests credentials again, and only once.
 *
 * <pre>{@code
 * CallerCredentialsProvider provider = chime.credentials().provider(backend);
 * TokenVendor vendor = new TokenVendor(provider::resolveCredentials); // code under test, which caches credentials
 * chime.credentials().expireNow(backend);
 * chat.post("hello");
 * assertThat(provider.timesRefreshed()).isOne();
 * }</pre>
 *
 * <p>An AWS client requests credentials at every call, so it never gets an {@code ExpiredTokenException}; code that caches credentials
 * does. Revoked credentials are still returned, as a provider is not notified of a revocation.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public interface CallerCredentialsProvider extends AwsCredentialsProvider {
    /**
     * Returns the caller's credentials, or new ones if they have expired.
     *
     * @throws IllegalArgumentException if the fake was reset to a state in which this caller does not exist
     */
    @Override
    AwsCredentials resolveCredentials();

    /** Returns how many times credentials were requested. */
    int timesRequested();

    /** Returns how many times the credentials had expired when they were requested, so that new ones were created. */
    int timesRefreshed();
}
