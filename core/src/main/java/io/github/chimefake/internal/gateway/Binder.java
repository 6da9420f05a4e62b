package io.github.chimefake.internal.gateway;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.signature.AuthorizationReader;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.protocol.Constraints;
import io.github.chimefake.internal.protocol.DecodedRequest;
import io.github.chimefake.internal.protocol.RequestDecoder;
import io.github.chimefake.internal.protocol.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

/**
 * Decodes a request and binds it to its operation, caller, bearer and resources. Errors are kept in the call and do not
 * end the processing.
 */
final class Binder {
    private static final String ATTEMPT = "attempt=";
    private static final int MAX_ATTEMPT_DIGITS = 9;

    private final Map<Operation, ArnMembers> arnMembers = new ConcurrentHashMap<>();
    private final RequestDecoder decoder = new RequestDecoder();
    private final Constraints constraints = new Constraints();
    private final Access access;

    Binder(Access access) {
        this.access = access;
    }

    Call bind(HttpRequest http, Route.Matched route) {
        DecodedRequest decoded = decoder.decode(route, http);
        Optional<ServiceError> validationError =
                decoded.validationError().or(() -> constraints.check(route.operation(), decoded.request()));
        Authorization authorization = AuthorizationReader.read(http, route.query());
        return new Call(
                http,
                authorization,
                route.operation(),
                decoded.request(),
                validationError,
                access.claimedCaller(authorization),
                bearer(http, route.operation()),
                resources(route.operation(), decoded.request()),
                attempt(http));
    }

    /**
     * Returns the bearer. Operations of identity do not have the header, although a demonstration of AWS sends it with
     * ListAppInstanceUsers.
     */
    private static Optional<Arn> bearer(HttpRequest http, Operation operation) {
        return http.header(HeaderNames.BEARER)
                .filter(bearer -> operation.service() == ChimeService.MESSAGING && !bearer.isBlank())
                .map(Arn::of);
    }

    private Call.Resources resources(Operation operation, AwsRequest request) {
        return arnMembers
                .computeIfAbsent(operation, any -> ArnMembers.of(request))
                .resources(request);
    }

    /**
     * The members of the requests of an operation that are ARNs or lists of ARNs.
     *
     * @param channel the member with the ARN of the channel
     * @param others all other members
     */
    private record ArnMembers(Optional<String> channel, List<String> others) {
        static ArnMembers of(AwsRequest request) {
            List<String> arns = request.sdkFields().stream()
                    .map(SdkField::memberName)
                    .filter(name ->
                            lowerCase(name).endsWith("arn") || lowerCase(name).endsWith("arns"))
                    .toList();
            return new ArnMembers(
                    arns.stream().filter(ArnMembers::isChannel).findFirst(),
                    arns.stream().filter(name -> !isChannel(name)).toList());
        }

        private static boolean isChannel(String memberName) {
            return lowerCase(memberName).equals("channelarn");
        }

        /** Returns the name in lower case, because the tag operations spell theirs ResourceARN. */
        private static String lowerCase(String memberName) {
            return memberName.toLowerCase(Locale.ROOT);
        }

        Call.Resources resources(AwsRequest request) {
            return Call.Resources.of(
                    channel.flatMap(member -> request.getValueForField(member, String.class)),
                    others.isEmpty() ? List.of() : otherArns(request));
        }

        private List<String> otherArns(AwsRequest request) {
            List<String> arns = new ArrayList<>();
            for (String member : others) {
                Object value = request.getValueForField(member, Object.class).orElse(List.of());
                if (value instanceof String arn) {
                    arns.add(arn);
                } else {
                    ((List<?>) value).forEach(arn -> arns.add((String) arn));
                }
            }
            return arns;
        }
    }

    private static Call.Attempt attempt(HttpRequest http) {
        int number =
                http.header(HeaderNames.SDK_REQUEST).map(Binder::attemptNumber).orElse(1);
        return new Call.Attempt(invocationId(http), number);
    }

    /** Returns the id that the client sends with all attempts of a call; empty if it is blank. */
    static Optional<String> invocationId(HttpRequest http) {
        return http.header(HeaderNames.INVOCATION_ID).filter(id -> !id.isBlank());
    }

    /** Returns the first number after {@code attempt=}, or 1. */
    private static int attemptNumber(String sdkRequest) {
        for (int at = sdkRequest.indexOf(ATTEMPT); at >= 0; at = sdkRequest.indexOf(ATTEMPT, at + 1)) {
            int start = at + ATTEMPT.length();
            int end = start;
            while (end < sdkRequest.length() && end - start < MAX_ATTEMPT_DIGITS && isDigit(sdkRequest.charAt(end))) {
                end++;
            }
            if (end > start) {
                return Math.max(1, Integer.parseInt(sdkRequest, start, end, 10));
            }
        }
        return 1;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
