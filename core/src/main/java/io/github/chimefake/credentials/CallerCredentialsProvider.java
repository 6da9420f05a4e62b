package io.github.chimefake.credentials;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Serves the credentials of one caller, new ones after they expired, and counts requests, so that a test can prove that code which
 * gets an {@code ExpiredTokenException} requests credentials again, and only once.
 *
 * <pre>{@code
 * CallerCredentialsProvider provider = chime.credentials().provider(backend);
 * TokenVendor vendor = new TokenVendor(provider::resolveCredentials); // code under test, which caches credentials
 * chime.credentials().expireNow(backend);
 * chat.post("hello");
 * assertThat(provider.timesRefreshed()).isOne();
 * }</pre>
 *
 * <p>An AWS client requests credentials at every call, so it never gets the error of an expiry; code that caches credentials does.
 * Revoked credentials are still returned, as a provider does not learn of a revocation.
 *
 * <p>Thread-safe.
 */
public interface CallerCredentialsProvider extends AwsCredentialsProvider {
    /**
     * Returns the caller's credentials, or new ones if those expired.
     *
     * @throws IllegalArgumentException if the fake was reset to a state without this caller
     */
    @Override
    AwsCredentials resolveCredentials();

    /** Returns how many times credentials were requested. */
    int timesRequested();

    /** Returns how many times the current credentials had expired, so that new ones were made. */
    int timesRefreshed();
}
