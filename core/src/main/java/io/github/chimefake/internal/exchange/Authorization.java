package io.github.chimefake.internal.exchange;

import io.github.chimefake.internal.http.QueryString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a request says of its own signature, in the header {@code Authorization} or, presigned, in its query. Read once, where
 * the request is bound; nothing of it is verified.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication
 *     methods</a>
 */
public sealed interface Authorization {
    /** Returns the access key that the request names, whether or not the rest can be read. */
    Optional<String> claimedAccessKeyId();

    /**
     * All parts are present and can be read.
     *
     * @param accessKeyId the access key that the request claims to be signed with
     * @param scope what the signature claims to be valid for
     * @param signedHeaders the names as sent, in the order sent
     * @param signedQuery the query; of a presigned request, without the signature itself
     * @param signature as sent
     * @param timestamp {@code x-amz-date} as sent
     * @param signedAt the same as an instant
     * @param validFor how long after {@code signedAt} the request may arrive
     * @param securityToken the session token of temporary credentials
     * @param presigned whether all this stands in the query
     */
    record Complete(
            String accessKeyId,
            CredentialScope scope,
            List<String> signedHeaders,
            QueryString signedQuery,
            String signature,
            String timestamp,
            Instant signedAt,
            Duration validFor,
            Optional<String> securityToken,
            boolean presigned)
            implements Authorization {
        public Complete {
            signedHeaders = List.copyOf(signedHeaders);
        }

        @Override
        public Optional<String> claimedAccessKeyId() {
            return Optional.of(accessKeyId);
        }

        /** Returns whether the signature covers the header, whose name is matched without regard to case. */
        public boolean signs(String header) {
            for (String signed : signedHeaders) {
                if (signed.equalsIgnoreCase(header)) {
                    return true;
                }
            }
            return false;
        }

        /** Access key and scope; neither signature nor session token, which are credentials. */
        @Override
        public String toString() {
            return accessKeyId + "/" + scope;
        }
    }

    /**
     * The request has no signature, or not all parts of one.
     *
     * @param claimedAccessKeyId the access key that the request names nevertheless
     * @param serviceError the error that says what is missing
     */
    record Unusable(Optional<String> claimedAccessKeyId, ServiceError serviceError) implements Authorization {}
}
