package io.github.chimefake.internal.access.signature;

import static java.time.ZoneOffset.UTC;
import static java.time.format.ResolverStyle.STRICT;

import io.github.chimefake.internal.exchange.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What a request says of its own signature: in the header {@code Authorization} or, presigned, in its query.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication
 *     methods</a>
 */
public sealed interface Authorization {
    String ALGORITHM = "AWS4-HMAC-SHA256";
    String SIGNATURE_PARAMETER = "X-Amz-Signature";
    String PAYLOAD_HASH_HEADER = "x-amz-content-sha256";
    String TOKEN_HEADER = "x-amz-security-token";

    /** AWS's tolerance for the age of a signed request, and for clocks that are ahead. */
    Duration TOLERANCE = Duration.ofMinutes(15);

    DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withResolverStyle(STRICT)
            .withZone(UTC);

    /**
     * All parts are there and can be read; nothing is verified.
     *
     * @param accessKeyId whose signature this claims to be
     * @param scope what it claims to be good for
     * @param signedHeaders the names as sent, in the order sent
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

        boolean signs(String header) {
            for (String signed : signedHeaders) {
                if (signed.equalsIgnoreCase(header)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Nothing there, or not enough of it. */
    record Unusable(Refusal refusal) implements Authorization {}
}
