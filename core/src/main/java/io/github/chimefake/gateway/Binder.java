package io.github.chimefake.gateway;

import io.github.chimefake.access.Access;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.protocol.Constraints;
import io.github.chimefake.protocol.DecodedRequest;
import io.github.chimefake.protocol.RequestDecoder;
import io.github.chimefake.protocol.Route;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

/** Binds a request to its operation: decodes it and finds out whom and what it names. Never answers. */
final class Binder {
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d{1,9})");

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
                resources(decoded.request()),
                attempt(http));
    }

    /** No operation of identity has the header; AWS's demonstration sends it to ListAppInstanceUsers all the same. */
    private static Optional<String> bearer(HttpCall http, ChimeOperation operation) {
        return http.header("x-amz-chime-bearer").filter(bearer -> operation instanceof Operation && !bearer.isBlank());
    }

    private static Call.Resources resources(AwsRequest request) {
        Optional<String> channel = Optional.empty();
        Set<String> others = new HashSet<>();
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            String name = field.memberName().toLowerCase(Locale.ROOT); // The tag operations spell it ResourceARN.
            if (name.equals("channelarn") && value instanceof String arn) {
                channel = Optional.of(arn);
            } else if (name.endsWith("arn") && value instanceof String arn) {
                others.add(arn);
            } else if (name.endsWith("arns") && value instanceof Collection<?> arns) {
                arns.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .forEach(others::add);
            }
        }
        return new Call.Resources(channel, others);
    }

    private static Call.Attempt attempt(HttpCall http) {
        Matcher matcher = ATTEMPT.matcher(http.header("amz-sdk-request").orElse(""));
        int number = matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
        return new Call.Attempt(http.header("amz-sdk-invocation-id"), number);
    }
}
