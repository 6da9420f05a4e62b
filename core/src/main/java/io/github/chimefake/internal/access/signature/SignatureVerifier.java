package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INVALID_SIGNATURE;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;

import io.github.chimefake.Layer;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.Authorization.Unusable;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.CredentialScope;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verifies AWS Signature Version 4 on the bytes received, as the service does. Does not sign the request again with
 * an SDK, because SDKs sign headers that other clients do not send, so that their signatures could not match.
 *
 * <p>The age of a request is computed with {@link HttpRequest#receivedAt()}, which is the system time, because clients
 * sign with the system time even if the clock of the fake is set to another time.
 *
 * <p>Messages are those of AWS's guide to signature errors. That this endpoint sends them with
 * {@code InvalidSignatureException} 403 is an assumption.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html">Troubleshoot signed
 *     requests</a>
 */
public final class SignatureVerifier {
    private static final String TERMINATOR = "aws4_request";
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private SignatureVerifier() {}

    /**
     * Checks everything that can be checked without the secret: that the request has a signature for this region,
     * service and day, which covers the host and each {@code x-amz-*} header received, and was signed at most 15 minutes
     * earlier or later.
     *
     * @param call the request as received
     * @param authorization its signature
     * @param expected what the credential must be scoped to
     * @return the error; empty if the form is valid
     */
    public static Optional<ServiceError> checkForm(
            HttpRequest call, Authorization authorization, ExpectedScope expected) {
        return authorization instanceof Unusable unusable
                ? Optional.of(unusable.serviceError())
                : checkForm(call, (Complete) authorization, expected);
    }

    /**
     * Checks the form, the session token and the signature itself.
     *
     * @param call the request as received
     * @param authorization its signature
     * @param registeredCaller the caller that the request's {@linkplain Authorization#claimedAccessKeyId access key} is
     *     registered for
     * @param expected what the credential must be scoped to
     * @param signingKeys derives the signing key
     * @return the error; empty if this caller signed the request
     * @throws IllegalArgumentException if the caller has no secret or another access key than the request
     */
    public static Optional<ServiceError> verify(
            HttpRequest call,
            Authorization authorization,
            Caller registeredCaller,
            ExpectedScope expected,
            SigningKeys signingKeys) {
        String secret = registeredCaller
                .secretAccessKey()
                .orElseThrow(() -> new IllegalArgumentException("Without its secret the signature of "
                        + registeredCaller + " cannot be verified. Use checkForm for a key that is not registered"));
        if (authorization instanceof Unusable unusable) {
            return Optional.of(unusable.serviceError());
        }
        Complete complete = (Complete) authorization;
        if (!complete.accessKeyId().equals(registeredCaller.accessKeyId())) {
            throw new IllegalArgumentException("The request names the access key " + complete.accessKeyId()
                    + ", so its signature is not to be verified with the secret of " + registeredCaller);
        }
        return checkForm(call, complete, expected)
                .or(() -> checkSessionToken(complete, registeredCaller))
                .or(() -> checkPayloadAndSignature(call, complete, signingKeys.signingKey(secret, complete.scope())));
    }

    private static Optional<ServiceError> checkForm(HttpRequest call, Complete authorization, ExpectedScope expected) {
        return checkScope(authorization, expected)
                .or(() -> checkHostIsSigned(authorization))
                .or(() -> checkReceivedHeadersAreSigned(call, authorization))
                .or(() -> checkFreshness(authorization, call.receivedAt()));
    }

    private static Optional<ServiceError> checkScope(Complete authorization, ExpectedScope expected) {
        CredentialScope scope = authorization.scope();
        if (expected.region().isPresent() && !expected.region().get().equals(scope.region())) {
            return invalid(
                    "Credential should be scoped to a valid Region, not " + scope.region(),
                    "Signed for the region \"" + scope.region() + "\"; this fake is in \""
                            + expected.region().get()
                            + "\". Set the client's region to the fake's, or start the fake in the client's region.");
        }
        if (!scope.service().equals(expected.service())) {
            return invalid(
                    "Credential should be scoped to correct service: '" + expected.service() + "'",
                    "Signed for the service \"" + scope.service() + "\"; " + expected.serviceHint());
        }
        if (!scope.terminator().equals(TERMINATOR)) {
            return invalid(
                    "Credential should be scoped with a valid terminator: '" + TERMINATOR + "'",
                    "The credential ends in \"" + scope.terminator() + "\"; expected \"" + TERMINATOR + "\".");
        }
        String day = authorization.timestamp().substring(0, 8);
        if (!scope.date().equals(day)) {
            return invalid(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + scope.date() + "' != '" + day + "', from '" + authorization.timestamp() + "'.",
                    "The credential is for the day " + scope.date() + ", X-Amz-Date for " + day
                            + ". Read the clock once for both, in UTC.");
        }
        return Optional.empty();
    }

    private static Optional<ServiceError> checkHostIsSigned(Complete authorization) {
        return authorization.signs(HeaderNames.HOST)
                ? Optional.empty()
                : invalid(
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
                        "Signed headers are " + authorization.signedHeaders() + "; \"host\" must be one of them.");
    }

    private static Optional<ServiceError> checkReceivedHeadersAreSigned(HttpRequest call, Complete authorization) {
        List<String> unsigned = UnsignedHeaders.of(call, authorization);
        return unsigned.isEmpty()
                ? Optional.empty()
                : invalid(
                        INVALID_SIGNATURE.defaultMessage(),
                        "The headers " + unsigned + " were received, but are not among the signed headers "
                                + authorization.signedHeaders() + ". Every x-amz-* header must be signed: set it before"
                                + " the request is signed, and make sure that no proxy adds one.");
    }

    private static Optional<ServiceError> checkFreshness(Complete authorization, Instant now) {
        Instant oldest = now.minus(authorization.validFor());
        Instant newest = now.plus(AuthorizationReader.TOLERANCE);
        String advice = " Signatures are checked by the system clock, not the fake's: correct the clock of the client's"
                + " machine, and send"
                + " a request soon after it is signed.";
        if (authorization.signedAt().isBefore(oldest)) {
            return invalid(
                    "Signature expired: " + authorization.timestamp() + " is now earlier than " + timestamp(oldest)
                            + " (" + timestamp(now) + " - " + inWords(authorization.validFor()) + ".)",
                    "Signed at " + authorization.signedAt() + " and received at " + now + ", more than "
                            + inWords(authorization.validFor()) + " later." + advice);
        }
        if (authorization.signedAt().isAfter(newest)) {
            return invalid(
                    "Signature not yet current: " + authorization.timestamp() + " is still later than "
                            + timestamp(newest) + " (" + timestamp(now) + " + " + inWords(AuthorizationReader.TOLERANCE)
                            + ".)",
                    "Signed at " + authorization.signedAt() + " but received at " + now + " already, more than "
                            + inWords(AuthorizationReader.TOLERANCE) + " earlier." + advice);
        }
        return Optional.empty();
    }

    private static Optional<ServiceError> checkSessionToken(Complete authorization, Caller caller) {
        Optional<String> received = authorization.securityToken();
        if (!received.equals(caller.sessionToken())) {
            String difference = received.isEmpty()
                    ? "has temporary credentials, but the request carries no session token. Give the client session"
                            + " credentials: access key, secret and token."
                    : caller.sessionToken().isEmpty()
                            ? "has long-term credentials, but the request carries a session token. Give the client basic"
                                    + " credentials: access key and secret only."
                            : "has another session token than the request carries. Key, secret and token must come from"
                                    + " one set of credentials.";
            return Optional.of(ServiceError.of(
                    Layer.CREDENTIALS,
                    UNRECOGNIZED_CLIENT,
                    "The caller " + caller + " " + difference,
                    UNRECOGNIZED_CLIENT.provenance()));
        }
        return Optional.empty();
    }

    private static Optional<ServiceError> checkPayloadAndSignature(
            HttpRequest call, Complete authorization, byte[] signingKey) {
        Optional<String> claimed = call.header(HeaderNames.CONTENT_SHA256);
        String payloadHash = claimed.filter(UNSIGNED_PAYLOAD::equals).orElseGet(() -> Sha256.hex(call.body()));
        return claimed.isEmpty() || claimed.get().equals(payloadHash)
                ? checkSignature(call, authorization, payloadHash, signingKey)
                : invalid(
                        INVALID_SIGNATURE.defaultMessage(),
                        "The body differs from the one that was signed: x-amz-content-sha256 is \"" + claimed.get()
                                + "\", the SHA-256 of the " + call.body().length + " bytes received is " + payloadHash
                                + ". The body was changed after signing, or the client signs the body in chunks,"
                                + " which this service does not accept.");
    }

    private static Optional<ServiceError> checkSignature(
            HttpRequest call, Complete authorization, String payloadHash, byte[] signingKey) {
        CanonicalRequest usual = CanonicalRequest.usual(call, authorization, payloadHash);
        if (usual.isSignedWith(signingKey, authorization)) {
            return Optional.empty();
        }
        return CanonicalRequest.alternatives(call, authorization, usual).stream()
                        .anyMatch(form -> form.isSignedWith(signingKey, authorization))
                ? Optional.empty()
                : invalid(
                        INVALID_SIGNATURE.defaultMessage(),
                        SignatureMismatch.explain(call, authorization, usual, signingKey));
    }

    private static Optional<ServiceError> invalid(String message, String explanation) {
        return Optional.of(new ServiceError(
                Layer.CREDENTIALS, INVALID_SIGNATURE, message, explanation, INVALID_SIGNATURE.provenance()));
    }

    private static String timestamp(Instant instant) {
        return AuthorizationReader.TIMESTAMP.format(instant);
    }

    private static String inWords(Duration duration) {
        return duration.toSecondsPart() == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
