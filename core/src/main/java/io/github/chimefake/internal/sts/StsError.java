package io.github.chimefake.internal.sts;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.exchange.ServiceError;

/**
 * An error of STS: its code differs from that of Chime for the same mistake.
 *
 * @param status the HTTP status
 * @param code for example {@code InvalidClientTokenId}
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">Common errors of STS</a>
 */
record StsError(int status, String code) {
    static final StsError VALIDATION = new StsError(400, "ValidationError");
    static final StsError INVALID_ACTION = new StsError(400, "InvalidAction");
    static final StsError MALFORMED_QUERY = new StsError(400, "MalformedQueryString");
    static final StsError MALFORMED_POLICY = new StsError(400, "MalformedPolicyDocument");
    static final StsError INVALID_TOKEN = new StsError(400, "InvalidIdentityToken");
    static final StsError ACCESS_DENIED = new StsError(403, "AccessDenied");
    static final StsError POLICY_TOO_LARGE = new StsError(400, "PackedPolicyTooLarge");
    static final StsError INTERNAL_FAILURE = new StsError(500, "InternalFailure");
    static final StsError MALFORMED_INPUT = new StsError(400, "MalformedInput");

    /** Returns STS's error for what is wrong with the credentials or the signature. */
    static StsException of(ServiceError error) {
        if (error.error() == ChimeError.EXPIRED_TOKEN) {
            return new StsException(
                    new StsError(403, "ExpiredToken"),
                    "The security token included in the request is expired",
                    error.explanation());
        }
        if (error.error() == ChimeError.UNRECOGNIZED_CLIENT) {
            return new StsException(
                    new StsError(403, "InvalidClientTokenId"),
                    "The security token included in the request is invalid",
                    error.explanation());
        }
        if (error.error() == ChimeError.MISSING_AUTHENTICATION_TOKEN) {
            return new StsException(
                    new StsError(403, "MissingAuthenticationToken"),
                    "Request is missing Authentication Token",
                    error.explanation());
        }
        boolean incomplete = error.error() == ChimeError.INCOMPLETE_SIGNATURE;
        return new StsException(
                incomplete ? new StsError(400, "IncompleteSignature") : new StsError(403, "SignatureDoesNotMatch"),
                error.message(),
                error.explanation());
    }
}
