package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INCOMPLETE_SIGNATURE;
import static io.github.chimefake.ChimeError.MISSING_AUTHENTICATION_TOKEN;
import static io.github.chimefake.internal.access.signature.Authorization.ALGORITHM;
import static io.github.chimefake.internal.access.signature.Authorization.SIGNATURE_PARAMETER;
import static io.github.chimefake.internal.access.signature.Authorization.TIMESTAMP;
import static io.github.chimefake.internal.access.signature.Authorization.TOKEN_HEADER;
import static io.github.chimefake.internal.access.signature.Authorization.TOLERANCE;

import io.github.chimefake.internal.access.signature.Authorization.Complete;
import io.github.chimefake.internal.access.signature.Authorization.Unusable;
import io.github.chimefake.internal.exchange.HttpCall;
import io.github.chimefake.internal.exchange.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds and takes apart what a request says of its signature. */
public final class AuthorizationReader {
    /** The longest that a presigned request may live: seven days. */
    private static final int LONGEST_EXPIRY_SECONDS = 604_800;

    private AuthorizationReader() {}

    public static Authorization read(HttpCall call) {
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
        String credential = header.isPresent()
                ? parameter(header.get(), "Credential")
                : RawQuery.parse(call.rawQuery()).value("X-Amz-Credential").orElse("");
        int slash = credential.indexOf('/');
        String accessKeyId = slash < 0 ? credential : credential.substring(0, slash);
        return accessKeyId.isBlank() ? Optional.empty() : Optional.of(accessKeyId);
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
        String credential = parameter(header, "Credential");
        String signature = parameter(header, "Signature");
        String signedHeaders = parameter(header, "SignedHeaders");
        Optional<String> timestamp = call.header("x-amz-date");
        if (credential.isEmpty()
                || signature.isEmpty()
                || signedHeaders.isEmpty()
                || timestamp.isEmpty()
                || !algorithm(header).equals(ALGORITHM)) {
            return incompleteHeader(header, timestamp.isPresent());
        }
        return complete(
                credential, signedHeaders, signature, timestamp.get(), TOLERANCE, call.header(TOKEN_HEADER), false);
    }

    private static Authorization incompleteHeader(String header, boolean dated) {
        List<String> defects = new ArrayList<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (parameter(header, name).isEmpty()) {
                defects.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (!dated) {
            defects.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        defects.add("Authorization=" + header);
        return incomplete(
                String.join(" ", defects),
                "Expected \"Authorization: " + ALGORITHM
                        + " Credential=KEY/DATE/REGION/chime/aws4_request, SignedHeaders=NAME;NAME;NAME,"
                        + " Signature=HEX\" and a header x-amz-date; received the algorithm \"" + algorithm(header)
                        + "\", the parameters " + parameterNames(header) + " and " + (dated ? "an" : "no")
                        + " x-amz-date. Sign with Signature Version 4.");
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
                parameter.apply("Credential"),
                parameter.apply("SignedHeaders"),
                parameter.apply("Signature"),
                parameter.apply("Date"),
                Duration.ofSeconds(Integer.parseInt(expires)),
                query.value("X-Amz-Security-Token"),
                true);
    }

    private static Authorization complete(
            String credential,
            String signedHeaders,
            String signature,
            String timestamp,
            Duration validFor,
            Optional<String> securityToken,
            boolean presigned) {
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
            signedAt = Timestamp.parse(timestamp);
        } catch (DateTimeException e) {
            return incomplete(
                    "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'. See"
                            + " http://en.wikipedia.org/wiki/ISO_8601",
                    "X-Amz-Date is \"" + timestamp + "\"; expected UTC as YYYYMMDD'T'HHMMSS'Z', for example "
                            + TIMESTAMP.format(Instant.EPOCH) + ".");
        }
        return new Complete(
                parts[0],
                new CredentialScope(parts[1], parts[2], parts[3], parts[4]),
                List.of(signedHeaders.split(";", -1)),
                signature,
                timestamp,
                signedAt,
                validFor,
                securityToken,
                presigned);
    }

    private static Authorization incomplete(String message, String explanation) {
        return new Unusable(new Refusal(INCOMPLETE_SIGNATURE, message, explanation, INCOMPLETE_SIGNATURE.provenance()));
    }

    private static String algorithm(String header) {
        String stripped = header.strip();
        int end = 0;
        while (end < stripped.length() && !isWhiteSpace(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end);
    }

    /**
     * The value of the first parameter with this name; empty if there is none. Parameters are {@code name=value}, separated by
     * commas and white space.
     */
    private static String parameter(String header, String name) {
        String start = name + "=";
        int from = header.indexOf(start);
        while (from > 0 && !isSeparator(header.charAt(from - 1))) {
            from = header.indexOf(start, from + 1);
        }
        if (from < 0) {
            return "";
        }
        int value = from + start.length();
        int end = value;
        while (end < header.length() && !isSeparator(header.charAt(end))) {
            end++;
        }
        return header.substring(value, end);
    }

    private static List<String> parameterNames(String header) {
        return Stream.of(header.split("[,\\s]"))
                .filter(part -> part.indexOf('=') > 0)
                .map(part -> part.substring(0, part.indexOf('=')))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isSeparator(char character) {
        return character == ',' || isWhiteSpace(character);
    }

    /** As a regular expression's {@code \s} has it. */
    private static boolean isWhiteSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }
}
