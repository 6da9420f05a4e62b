package io.github.chimefake;

import static io.github.chimefake.Provenance.ASSUMED;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.Provenance.OBSERVED;
import static io.github.chimefake.Provenance.REQUESTED;

import java.util.Optional;

/**
 * The errors that the fake can respond with: the nine of the service model, those of the front end (IAM, signatures, routing), which no
 * SDK models, and two that only the fake has, {@link #NOT_IMPLEMENTED} and {@link #TEST_FINISHED}. In Java, all except the nine arrive
 * as a plain {@code ChimeSdkMessagingException} whose {@code awsErrorDetails().errorCode()} is {@link #errorType()}, so code that catches
 * only the modeled classes misses them.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/APIReference/CommonErrors.html">Common errors</a>
 * @since 0.1
 */
public enum ChimeError {
    /** The input breaks a constraint of the service. */
    BAD_REQUEST(
            DOCUMENTED,
            "BadRequestException",
            400,
            "BadRequest",
            "The input parameters don't match the service's restrictions."),

    /** A quota or another limit on resources was reached. */
    RESOURCE_LIMIT_EXCEEDED(
            DOCUMENTED,
            "ResourceLimitExceededException",
            400,
            "ResourceLimitExceeded",
            "The request exceeds the resource limit."),

    /**
     * The bearer is not valid, for example an unregistered user; also the error of a {@code deny} rule that names no other.
     */
    UNAUTHORIZED_CLIENT(
            OBSERVED,
            "UnauthorizedClientException",
            401,
            "Unauthorized",
            "The client is not currently authorized to make the request."),

    /** The bearer is valid, but its role or the state of the channel does not allow the call. */
    FORBIDDEN(
            OBSERVED,
            "ForbiddenException",
            403,
            "Forbidden",
            "You do not have sufficient access to perform this action"),

    /** A resource that the call names does not exist. */
    NOT_FOUND(
            DOCUMENTED,
            "NotFoundException",
            404,
            "NotFound",
            "One or more of the resources in the request does not exist."),

    /** The call conflicts with the current state of a resource. */
    CONFLICT(
            DOCUMENTED,
            "ConflictException",
            409,
            "Conflict",
            "The request could not be processed because of conflict in the current state of the resource."),

    /** Too many calls. The SDKs retry it. */
    THROTTLED_CLIENT(DOCUMENTED, "ThrottledClientException", 429, "Throttled", "Rate exceeded"),

    /** The service failed. The SDKs retry it. */
    SERVICE_FAILURE(
            DOCUMENTED,
            "ServiceFailureException",
            500,
            "ServiceFailure",
            "The service encountered an unexpected error."),

    /** The service is unavailable. The SDKs retry it. */
    SERVICE_UNAVAILABLE(
            DOCUMENTED,
            "ServiceUnavailableException",
            503,
            "ServiceUnavailable",
            "The service is currently unavailable."),

    /** IAM denied the call: no policy allows the action on the resource, or a policy denies it. */
    ACCESS_DENIED(OBSERVED, "AccessDeniedException", 403, "User is not authorized to perform this action"),

    /** The caller's temporary credentials have expired. */
    EXPIRED_TOKEN(OBSERVED, "ExpiredTokenException", 403, "The security token included in the request is expired"),

    /** The caller's access key is unknown, or its session token is wrong. */
    UNRECOGNIZED_CLIENT(
            ASSUMED, "UnrecognizedClientException", 403, "The security token included in the request is invalid."),

    /** The signature is wrong, too old, or made for another region or service. */
    INVALID_SIGNATURE(
            ASSUMED,
            "InvalidSignatureException",
            403,
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                    + " Key and signing method. Consult the service documentation for details."),

    /** The request has no signature. */
    MISSING_AUTHENTICATION_TOKEN(ASSUMED, "MissingAuthenticationTokenException", 403, "Missing Authentication Token"),

    /** The request has an {@code Authorization} header that lacks a part. */
    INCOMPLETE_SIGNATURE(
            ASSUMED, "IncompleteSignatureException", 400, "The request signature does not conform to AWS standards."),

    /** The signed request is too old. */
    REQUEST_EXPIRED(ASSUMED, "RequestExpired", 400, "The request has expired."),

    /** The account is not subscribed to the service. */
    OPT_IN_REQUIRED(ASSUMED, "OptInRequired", 403, "The AWS access key ID needs a subscription for the service."),

    /** The throttling of the front end, besides the modeled {@link #THROTTLED_CLIENT}. */
    THROTTLING(ASSUMED, "ThrottlingException", 400, "Rate exceeded"),

    /** The validation of the front end, besides the modeled {@link #BAD_REQUEST}. */
    VALIDATION(
            ASSUMED,
            "ValidationException",
            400,
            "The input fails to satisfy the constraints specified by an AWS service."),

    /** No operation has this method and path. */
    UNKNOWN_OPERATION(ASSUMED, "UnknownOperationException", 404, "The requested operation does not exist."),

    /** The operation exists, but this fake does not serve it. The real service never sends this error. */
    NOT_IMPLEMENTED(REQUESTED, "NotImplementedException", 501, "The fake does not serve this operation."),

    /** The test that the client belongs to has ended. The real service never sends this error. */
    TEST_FINISHED(REQUESTED, "TestFinishedException", 410, "The test that this client belongs to has ended.");

    private final String errorType;
    private final int status;
    private final Provenance provenance;
    private final Optional<String> code;
    private final String defaultMessage;

    /** An error of the service model: its body has a {@code Code}. */
    ChimeError(Provenance provenance, String errorType, int status, String code, String defaultMessage) {
        this.provenance = provenance;
        this.errorType = errorType;
        this.status = status;
        this.code = Optional.of(code);
        this.defaultMessage = defaultMessage;
    }

    /** An error of the front end, which no SDK models: its body has no {@code Code}. */
    ChimeError(Provenance provenance, String errorType, int status, String defaultMessage) {
        this.provenance = provenance;
        this.errorType = errorType;
        this.status = status;
        this.code = Optional.empty();
        this.defaultMessage = defaultMessage;
    }

    /** Returns the value of {@code x-amzn-ErrorType}, by which the SDKs choose the exception. */
    public String errorType() {
        return errorType;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the member {@code Code} of the body; empty for the errors of the front end, which have none. */
    public Optional<String> code() {
        return code;
    }

    /** Returns the message that is sent unless the situation requires another one; AWS's wording where it is known. */
    public String defaultMessage() {
        return defaultMessage;
    }

    /** Returns the evidence for the error's type and status on this endpoint; {@code docs/fidelity.md} names the sources. */
    public Provenance provenance() {
        return provenance;
    }

    /** Returns whether the service model contains this error, so that the SDKs throw an exception class for it. */
    public boolean isModeled() {
        return code.isPresent();
    }

    /** Returns whether this is an authorization failure: status 401 or 403. */
    public boolean isDenial() {
        return status == 401 || status == 403;
    }
}
