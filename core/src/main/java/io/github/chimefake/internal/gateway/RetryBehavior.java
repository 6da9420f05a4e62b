package io.github.chimefake.internal.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The default retry behavior of a client that sends no invocation id: which responses it retries, and how often. Based
 * on observation of these clients. A client that does not identify itself is assumed to retry all responses that any of
 * them retries.
 */
enum RetryBehavior {
    JAVASCRIPT_2,
    CLI_2,
    GO_1,
    UNKNOWN;

    private static final Set<Integer> TRANSIENT_STATUSES = Set.of(500, 502, 503, 504);
    private static final Set<String> EXPIRY_ERRORS = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
    private static final Set<String> THROTTLING_ERRORS = Set.of(
            "EC2ThrottledException",
            "PriorRequestNotComplete",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "ThrottledException",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "TransactionInProgressException");

    /** Returns the behavior of the client that sent the request. */
    static RetryBehavior of(HttpRequest request) {
        // Scripts in browsers cannot set User-Agent.
        String userAgents = Stream.of("User-Agent", "X-Amz-User-Agent")
                .flatMap(name -> request.headerValues(name).stream())
                .reduce("", (all, next) -> all + " " + next);
        if (userAgents.contains("aws-sdk-nodejs/2.") || userAgents.contains("aws-sdk-js/2.")) {
            return JAVASCRIPT_2;
        }
        if (userAgents.contains("aws-cli/2.")) {
            return CLI_2;
        }
        return userAgents.contains("aws-sdk-go/1.") ? GO_1 : UNKNOWN;
    }

    /**
     * Returns the number of attempts, including the first, if each gets this response; 1 if the client does not retry.
     */
    int attempts(HttpRequest request, HttpResponse response) {
        return switch (this) {
            case JAVASCRIPT_2, UNKNOWN -> isRetriedByJavaScript(response) ? 4 : 1;
            case CLI_2 -> isRetriedByCli(response) ? 3 : 1;
            case GO_1 ->
                response.connectionFault()
                        .map(fault -> attemptsByGo(request, fault))
                        .orElse(isRetriedByGo(response) ? 4 : 1);
        };
    }

    private static boolean isRetriedByJavaScript(HttpResponse response) {
        return response.connectionFault().isPresent()
                || response.status() == 429
                || response.status() >= 500
                || hasErrorOf(THROTTLING_ERRORS, response)
                || hasErrorOf(EXPIRY_ERRORS, response)
                || saysThatTheSignatureExpired(response);
    }

    private static boolean isRetriedByCli(HttpResponse response) {
        return response.connectionFault().isPresent()
                || TRANSIENT_STATUSES.contains(response.status())
                || hasErrorOf(THROTTLING_ERRORS, response);
    }

    private static boolean isRetriedByGo(HttpResponse response) {
        return response.status() == 429
                || TRANSIENT_STATUSES.contains(response.status())
                || hasErrorOf(THROTTLING_ERRORS, response)
                || hasErrorOf(EXPIRY_ERRORS, response);
    }

    private static int attemptsByGo(HttpRequest request, ConnectionFault fault) {
        int bySdk = switch (fault) {
            case RESET -> 1;
            case CLOSE -> 4;
        };
        // The HTTP library of Go retries a GET once if it was sent on a reused connection.
        return request.method().equals("GET") ? bySdk + 1 : bySdk;
    }

    private static boolean saysThatTheSignatureExpired(HttpResponse response) {
        return errorType(response).filter(type -> type.contains("Signature")).isPresent()
                && new String(response.body(), UTF_8).contains("expired");
    }

    private static boolean hasErrorOf(Set<String> types, HttpResponse response) {
        return errorType(response).filter(types::contains).isPresent();
    }

    private static Optional<String> errorType(HttpResponse response) {
        return response.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HeaderNames.ERROR_TYPE))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
