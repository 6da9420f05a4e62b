package io.github.chimefake.internal.exchange;

import io.github.chimefake.internal.http.QueryString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signature of a request, from the header {@code Authorization} or, if presigned, from the query. It is read once,
 * when the request is bound, and is not verified.
 *
 * @see
 *     <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication
 *     methods</a>
 */
public sealed interface Authorization {
    /** Returns the access key that the request names, even if the rest cannot be read. */
    Optional<String> claimedAccessKeyId();

    /**
     * A signature with all its parts.
     *
     * @param accessKeyId the access key that the request claims to be signed with
     * @param scope the region, service and day that the signature claims to be valid for
     * @param signedHeaders the names as sent, in the order sent
     * @param signedQuery the query; for a presigned request without the signature itself
     * @param signature the signature as sent
     * @param timestamp {@code x-amz-date} as sent
     * @param signedAt {@code timestamp} as an instant
     * @param validFor how long after {@code signedAt} the request may arrive
     * @param securityToken the session token of temporary credentials
     * @param presigned whether the signature is in the query
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

        /** Returns access key and scope, without the signature and the session token, which are credentials. */
        @Override
        public String toString() {
            return accessKeyId + "/" + scope;
        }
    }

    /**
     * A missing or incomplete signature.
     *
     * @param claimedAccessKeyId the access key, if the request names one
     * @param serviceError the error response, which says what is missing
     */
    record Unusable(Optional<String> claimedAccessKeyId, ServiceError serviceError) implements Authorization {}
}
