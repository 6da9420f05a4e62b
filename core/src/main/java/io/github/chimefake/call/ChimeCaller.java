package io.github.chimefake.call;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The principal behind the access key that signed a request. IAM policies act on it; roles act on the {@link ChimeUser} in
 * the bearer header. A back end is one caller for all its users.
 *
 * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
 * @param accessKeyId the access key
 * @param secretAccessKey the secret that belongs to it; empty for a key that is not registered with the fake
 * @param sessionToken the token of temporary credentials
 */
public record ChimeCaller(
        String principalArn, String accessKeyId, Optional<String> secretAccessKey, Optional<String> sessionToken) {

    /**
     * Credentials to build an AWS client with.
     *
     * @throws IllegalStateException if this caller's key is not registered, so that the fake does not know its secret
     */
    public AwsCredentials credentials() {
        String secret = secretAccessKey.orElseThrow(() -> new IllegalStateException("The access key " + accessKeyId
                + " is not registered with the fake, so its secret is unknown. Make a caller with chime.caller(…)"));
        return sessionToken.isPresent()
                ? AwsSessionCredentials.create(accessKeyId, secret, sessionToken.get())
                : AwsBasicCredentials.create(accessKeyId, secret);
    }

    /** Principal and access key, never the secret. */
    @Override
    public String toString() {
        return principalArn + " (" + accessKeyId + ")";
    }
}
