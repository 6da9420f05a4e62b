package io.github.chimefake.internal.gateway;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpCall;
import io.github.chimefake.internal.exchange.Refusal;
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

/** Binds a request to its operation: decodes it, and parses its bearer and the ARNs that it contains. Never answers. */
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

    Call bind(HttpCall http, Route.Matched route) {
        DecodedRequest decoded = decoder.decode(route, http);
        Optional<Refusal> defect = decoded.defect().or(() -> constraints.check(route.operation(), decoded.request()));
        return new Call(
                http,
                route.operation(),
                decoded.request(),
                defect,
                access.claimedCaller(http),
                bearer(http, route.operation()),
                resources(route.operation(), decoded.request()),
                attempt(http));
    }

    /** No operation of identity has the header; AWS's demonstration sends it to ListAppInstanceUsers all the same. */
    private static Optional<Arn> bearer(HttpCall http, Operation operation) {
        return http.header("x-amz-chime-bearer")
                .filter(bearer -> operation.service() == ChimeService.MESSAGING && !bearer.isBlank())
                .map(Arn::of);
    }

    private Call.Resources resources(Operation operation, AwsRequest request) {
        return arnMembers
                .computeIfAbsent(operation, any -> ArnMembers.of(request))
                .resources(request);
    }

    /**
     * The members of an operation's requests that are ARNs, or lists of them.
     *
     * @param channel the one of the channel
     * @param others all others
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

        /** The tag operations spell it ResourceARN. */
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

    private static Call.Attempt attempt(HttpCall http) {
        int number = http.header("amz-sdk-request").map(Binder::attemptNumber).orElse(1);
        return new Call.Attempt(invocationId(http), number);
    }

    /** Returns the id that the client gave to all attempts of the call; a blank one says nothing. */
    static Optional<String> invocationId(HttpCall http) {
        return http.header("amz-sdk-invocation-id").filter(id -> !id.isBlank());
    }

    /** The first number behind {@code attempt=}, or 1. */
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
