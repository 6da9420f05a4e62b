package io.github.chimefake.access;

import static io.github.chimefake.access.Authorization.ALGORITHM;
import static io.github.chimefake.access.Authorization.SIGNATURE_PARAMETER;
import static io.github.chimefake.access.Authorization.TIMESTAMP;
import static io.github.chimefake.access.Authorization.TOKEN_HEADER;
import static io.github.chimefake.access.Authorization.TOLERANCE;
import static io.github.chimefake.call.ChimeError.INCOMPLETE_SIGNATURE;
import static io.github.chimefake.call.ChimeError.MISSING_AUTHENTICATION_TOKEN;

import io.github.chimefake.access.Authorization.Complete;
import io.github.chimefake.access.Authorization.Unusable;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Function;

/** Finds and takes apart what a request says of its signature. */
final class AuthorizationReader {
    /** The longest that a presigned request may live: seven days. */
    private static final int LONGEST_EXPIRY_SECONDS = 604_800;

    private static final String SEPARATORS = ", \t\n\u000B\f\r";

    private AuthorizationReader() {}

    static Authorization read(HttpCall call) {
        Optional<String> header = call.header("Authorization");
        if (header.isPresent()) {
            return readHeader(header.get(), call);
        }
        RawQuery query = RawQuery.parse(call.rawQuery());
        return isPresigned(query) ? readQuery(query) : nothing(call);
    }

    /** The access key that the request names, whether or not the rest can be read. */
    static Optional<String> claimedAccessKeyId(HttpCall call) {
        Optional<String> header = call.header("Authorization");
        Optional<String> credential = header.isPresent()
                ? Optional.ofNullable(headerParameters(header.get()).get("Credential"))
                : RawQuery.parse(call.rawQuery()).value("X-Amz-Credential");
        return credential.map(value -> value.split("/", 2)[0]).filter(key -> !key.isBlank());
    }

    private static boolean isPresigned(RawQuery query) {
        return query.value("X-Amz-Credential").isPresent()
                || query.value(SIGNATURE_PARAMETER).isPresent();
    }

    private static Authorization nothing(HttpCall call) {
        return new Unusable(Refusal.of(
                MISSING_AUTHENTICATION_TOKEN,
                call + " has neither an Authorization header nor a presigned query. Expected a request signed with"
                        + " Signature Version 4: call through an AWS client that has credentials, any will do; anonymous"
                        + " credentials and plain HTTP clients do not sign.",
                MISSING_AUTHENTICATION_TOKEN.provenance()));
    }

    private static Authorization readHeader(String header, HttpCall call) {
        Map<String, String> parameters = headerParameters(header);
        Optional<String> timestamp = call.header("x-amz-date");
        List<String> defects = new ArrayList<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (parameters.getOrDefault(name, "").isEmpty()) {
                defects.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (timestamp.isEmpty()) {
            defects.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        String algorithm = header.strip().split("\\s", 2)[0];
        if (!algorithm.equals(ALGORITHM) || !defects.isEmpty()) {
            defects.add("Authorization=" + header);
            return incomplete(
                    String.join(" ", defects),
                    "Expected \"Authorization: " + ALGORITHM
                            + " Credential=KEY/DATE/REGION/chime/aws4_request, SignedHeaders=NAME;NAME;NAME,"
                            + " Signature=HEX\" and a header x-amz-date; received the algorithm \"" + algorithm
                            + "\", the parameters "
                            + parameters.keySet().stream().sorted().toList() + " and "
                            + (timestamp.isPresent() ? "an" : "no") + " x-amz-date. Sign with Signature Version 4.");
        }
        return complete(
                name -> parameters.getOrDefault(name, ""),
                timestamp.orElseThrow(),
                TOLERANCE,
                call.header(TOKEN_HEADER),
                false);
    }

    private static Authorization readQuery(RawQuery query) {
        List<String> missing =
                List.of("Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Signature").stream()
                        .map("X-Amz-"::concat)
                        .filter(name -> query.value(name).orElse("").isEmpty())
                        .toList();
        Function<String, String> parameter =
                name -> query.value("X-Amz-" + name).orElse("");
        if (!missing.isEmpty() || !parameter.apply("Algorithm").equals(ALGORITHM)) {
            return incomplete(
                    INCOMPLETE_SIGNATURE.defaultMessage(),
                    "A presigned query needs X-Amz-Algorithm=" + ALGORITHM + " and X-Amz-Credential, X-Amz-Date,"
                            + " X-Amz-Expires, X-Amz-SignedHeaders and X-Amz-Signature; missing: " + missing
                            + ", algorithm received: \"" + parameter.apply("Algorithm") + "\".");
        }
        String expires = parameter.apply("Expires");
        if (!expires.matches("\\d{1,6}") || Integer.parseInt(expires) > LONGEST_EXPIRY_SECONDS) {
            return incomplete(
                    INCOMPLETE_SIGNATURE.defaultMessage(),
                    "X-Amz-Expires is \"" + expires + "\"; expected seconds, at most " + LONGEST_EXPIRY_SECONDS + ".");
        }
        return complete(
                parameter,
                parameter.apply("Date"),
                Duration.ofSeconds(Integer.parseInt(expires)),
                query.value("X-Amz-Security-Token"),
                true);
    }

    private static Authorization complete(
            Function<String, String> parameter,
            String timestamp,
            Duration validFor,
            Optional<String> securityToken,
            boolean presigned) {
        String credential = parameter.apply("Credential");
        String[] parts = credential.split("/", -1);
        if (parts.length != 5 || parts[0].isBlank()) {
            return incomplete(
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '"
                            + credential + "'",
                    "The credential \"" + credential
                            + "\" is not KEY/DATE/REGION/chime/aws4_request. Is the secret access"
                            + " key, which may contain a slash, given as the access key id?");
        }
        Instant signedAt;
        try {
            signedAt = TIMESTAMP.parse(timestamp, Instant::from);
        } catch (DateTimeParseException e) {
            return incomplete(
                    "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'. See"
                            + " http://en.wikipedia.org/wiki/ISO_8601",
                    "X-Amz-Date is \"" + timestamp + "\"; expected UTC as YYYYMMDD'T'HHMMSS'Z', for example "
                            + TIMESTAMP.format(Instant.EPOCH) + ".");
        }
        return new Complete(
                parts[0],
                new CredentialScope(parts[1], parts[2], parts[3], parts[4]),
                List.of(parameter.apply("SignedHeaders").split(";", -1)),
                parameter.apply("Signature"),
                timestamp,
                signedAt,
                validFor,
                securityToken,
                presigned);
    }

    private static Authorization incomplete(String message, String explanation) {
        return new Unusable(new Refusal(INCOMPLETE_SIGNATURE, message, explanation, INCOMPLETE_SIGNATURE.provenance()));
    }

    /** The {@code name=value} pairs after the algorithm; of two with one name, the first. */
    private static Map<String, String> headerParameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        StringTokenizer parts = new StringTokenizer(header, SEPARATORS);
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parameters;
    }
}
