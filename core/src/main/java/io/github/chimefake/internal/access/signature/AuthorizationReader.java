package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INCOMPLETE_SIGNATURE;
import static io.github.chimefake.ChimeError.MISSING_AUTHENTICATION_TOKEN;
import static java.time.ZoneOffset.UTC;
import static java.time.format.ResolverStyle.STRICT;
import static java.util.stream.Collectors.joining;

import io.github.chimefake.Layer;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.Authorization.Unusable;
import io.github.chimefake.internal.exchange.CredentialScope;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.http.QueryString;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the signature of a request from its header or query, without verifying it. */
public final class AuthorizationReader {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** AWS's tolerance for the age of a signed request, and for clocks that are ahead. */
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withResolverStyle(STRICT)
            .withZone(UTC);

    /** The longest validity of a presigned request: seven days. */
    private static final int LONGEST_EXPIRY_SECONDS = 604_800;

    /** In the journal, in place of credentials that the response repeats. */
    private static final String NOT_RECORDED = "(not recorded)";

    private static final String SIGNATURE_PARAMETER = "X-Amz-Signature";

    private AuthorizationReader() {}

    /** Reads the header {@code Authorization} or, if it is absent, the query. */
    public static Authorization read(HttpRequest http, QueryString query) {
        Optional<String> header = http.header(HeaderNames.AUTHORIZATION);
        if (header.isPresent()) {
            return readHeader(AuthorizationHeader.parse(header.get()), http, query);
        }
        boolean presigned = query.value("X-Amz-Credential").isPresent()
                || query.value(SIGNATURE_PARAMETER).isPresent();
        return presigned ? readQuery(query) : unsigned(http);
    }

    private static Authorization unsigned(HttpRequest http) {
        return new Unusable(
                Optional.empty(),
                ServiceError.of(
                        Layer.CREDENTIALS,
                        MISSING_AUTHENTICATION_TOKEN,
                        http
                                + " has neither an Authorization header nor a presigned query. Expected a request signed with"
                                + " Signature Version 4: use an AWS client with any credentials; clients with"
                                + " anonymous credentials and plain HTTP clients do not sign.",
                        MISSING_AUTHENTICATION_TOKEN.provenance()));
    }

    private static Authorization readHeader(AuthorizationHeader header, HttpRequest http, QueryString query) {
        String credential = header.parameter("Credential");
        String signature = header.parameter("Signature");
        String signedHeaders = header.parameter("SignedHeaders");
        Optional<String> timestamp = http.header(HeaderNames.AMZ_DATE);
        if (credential.isEmpty()
                || signature.isEmpty()
                || signedHeaders.isEmpty()
                || timestamp.isEmpty()
                || !header.algorithm().equals(ALGORITHM)) {
            return incompleteHeader(header, timestamp.isPresent());
        }
        return complete(
                credential,
                signedHeaders,
                query,
                signature,
                timestamp.get(),
                TOLERANCE,
                http.header(HeaderNames.SECURITY_TOKEN),
                false);
    }

    private static Authorization incompleteHeader(AuthorizationHeader header, boolean dated) {
        List<String> problems = new ArrayList<>();
        List.of("Credential", "Signature", "SignedHeaders").stream()
                .filter(name -> header.parameter(name).isEmpty())
                .forEach(name -> problems.add("Authorization header requires '" + name + "' parameter."));
        if (!dated) {
            problems.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        String asInTheResponse = Stream.concat(problems.stream(), Stream.of("Authorization=" + header.text()))
                .collect(joining(" "));
        problems.add("Authorization=" + header.knownAlgorithm() + " " + NOT_RECORDED);
        return incomplete(
                header.algorithm().equals(ALGORITHM) ? header.parameter("Credential") : "",
                asInTheResponse,
                String.join(" ", problems),
                "Expected \"Authorization: " + ALGORITHM
                        + " Credential=KEY/DATE/REGION/chime/aws4_request, SignedHeaders=NAME;NAME;NAME,"
                        + " Signature=HEX\" and a header x-amz-date; received the algorithm \""
                        + header.knownAlgorithm()
                        + "\", the parameters " + header.knownNames() + " and " + (dated ? "an" : "no")
                        + " x-amz-date. Sign with Signature Version 4.");
    }

    private static Authorization readQuery(QueryString query) {
        Function<String, String> parameter =
                name -> query.value("X-Amz-" + name).orElse("");
        List<String> missing =
                List.of("Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Signature").stream()
                        .filter(name -> parameter.apply(name).isEmpty())
                        .map("X-Amz-"::concat)
                        .toList();
        String credential = parameter.apply("Credential");
        if (!missing.isEmpty() || !parameter.apply("Algorithm").equals(ALGORITHM)) {
            return incomplete(
                    credential,
                    INCOMPLETE_SIGNATURE.defaultMessage(),
                    INCOMPLETE_SIGNATURE.defaultMessage(),
                    "A presigned query needs X-Amz-Algorithm=" + ALGORITHM + " and X-Amz-Credential, X-Amz-Date,"
                            + " X-Amz-Expires, X-Amz-SignedHeaders and X-Amz-Signature; missing: " + missing
                            + ", algorithm received: \"" + parameter.apply("Algorithm") + "\".");
        }
        String expires = parameter.apply("Expires");
        if (!expires.matches("\\d{1,6}") || Integer.parseInt(expires) > LONGEST_EXPIRY_SECONDS) {
            return incomplete(
                    credential,
                    INCOMPLETE_SIGNATURE.defaultMessage(),
                    INCOMPLETE_SIGNATURE.defaultMessage(),
                    "X-Amz-Expires is \"" + expires + "\"; expected seconds, at most " + LONGEST_EXPIRY_SECONDS + ".");
        }
        return complete(
                credential,
                parameter.apply("SignedHeaders"),
                query.without(SIGNATURE_PARAMETER),
                parameter.apply("Signature"),
                parameter.apply("Date"),
                Duration.ofSeconds(Integer.parseInt(expires)),
                query.value("X-Amz-Security-Token"),
                true);
    }

    private static Authorization complete(
            String credential,
            String signedHeaders,
            QueryString signedQuery,
            String signature,
            String timestamp,
            Duration validFor,
            Optional<String> securityToken,
            boolean presigned) {
        String[] parts = credential.split("/", -1);
        if (parts.length != 5 || parts[0].isBlank()) {
            String message =
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '";
            return incomplete(
                    parts.length < 5 ? credential : "", // More are those of a secret with a slash.
                    message + credential + "'",
                    message + NOT_RECORDED + "'",
                    "The credential has " + parts.length + " elements, or an empty key; expected"
                            + " KEY/DATE/REGION/chime/aws4_request. Make sure that the access key id is"
                            + " not the secret access key, which may contain a slash.");
        }
        Instant signedAt;
        try {
            signedAt = SigningTime.parse(timestamp);
        } catch (DateTimeException e) {
            String message = "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'. See"
                    + " http://en.wikipedia.org/wiki/ISO_8601";
            return incomplete(
                    credential,
                    message,
                    message,
                    "X-Amz-Date is \"" + timestamp + "\"; expected UTC as YYYYMMDD'T'HHMMSS'Z', for example "
                            + TIMESTAMP.format(Instant.EPOCH) + ".");
        }
        return new Complete(
                parts[0],
                new CredentialScope(parts[1], parts[2], parts[3], parts[4]),
                List.of(signedHeaders.split(";", -1)),
                signedQuery,
                signature,
                timestamp,
                signedAt,
                validFor,
                securityToken,
                presigned);
    }

    private static Authorization incomplete(
            String credential, String message, String recordedMessage, String explanation) {
        return new Unusable(
                Optional.of(credential.split("/", 2)[0]).filter(accessKeyId -> !accessKeyId.isBlank()),
                new ServiceError(
                        Layer.CREDENTIALS,
                        INCOMPLETE_SIGNATURE,
                        message,
                        explanation,
                        INCOMPLETE_SIGNATURE.provenance(),
                        recordedMessage));
    }
}
